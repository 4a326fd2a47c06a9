"""A document to the bytes of a file, in any of the formats; none decides about content."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from briefing.problems import CannotRead

if TYPE_CHECKING:
    from briefing.document import Document


class Unprintable(CannotRead):
    """Raised where a document has characters that the shipped fonts lack.

    The message names each once, with the first place that it stands in.
    """


class Format(NamedTuple):
    """A format: its short and its full name, and the suffix of its files.

    What is `paged` is made for paper, so it has to fit its page.
    """

    name: str
    title: str
    suffix: str
    module: str
    paged: bool = False


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format("md", "Markdown with footnotes", ".md", "markdown"),
        Format("html", "Web page, one file", ".html", "html", paged=True),
        Format("pdf", "PDF for print", ".pdf", "pdf", paged=True),
        Format("docx", "Word", ".docx", "docx", paged=True),
        Format("txt", "Plain text, 72 columns", ".txt", "text"),
        Format("bib", "Sources as BibTeX", ".bib", "bibtex"),
        Format("csl", "Sources as CSL-JSON", ".json", "csl"),
    )
}


def named_by(path: str) -> Format | None:
    """Return the format that the end of a file's name tells, or None."""
    return next((made for made in FORMATS.values() if path.lower().endswith(made.suffix)), None)


def render(document: "Document", fmt: str) -> bytes:
    """Return a document in the format of that name.

    Raises `KeyError` where there is no such format, and `Unprintable` where a PDF asks for
    a character that the shipped fonts lack.
    """
    draw: Callable[[Document], str | bytes] = import_module(
        f"briefing.export.{FORMATS[fmt].module}"
    ).render
    made = draw(document)
    return made.encode() if isinstance(made, str) else made
