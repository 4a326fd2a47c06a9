"""Sources, with CSL-JSON's field names, and what they are worth."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta, field

from briefing.pack.types import (
    Access,
    At,
    Body,
    CslType,
    Date,
    Fault,
    FileName,
    Issued,
    Item,
    Reliability,
    Sha256,
    SideRef,
    Slug,
    Text,
    Url,
    Waivable,
)

NOT_JUDGED = "Imported; not yet judged."
"""What an imported source has in `why`, until an editor says what it is worth."""
_UNNAMED = Meta(extra={"rule": "SRC002"})


class Author(Item, frozen=True, kw_only=True):
    """A CSL-JSON name: `family` and `given`, or `literal` for anything else."""

    what: ClassVar[str] = "an author"
    family: str = ""
    given: str = ""
    literal: str = ""

    def faults(self) -> Iterator[Fault]:
        """Yield a fault unless there is a family name or a literal one."""
        if not (self.family or self.literal):
            yield Fault("", "FLD002", 'an author needs "family" or "literal"')

    @property
    def name(self) -> str:
        """The name in reading order."""
        return self.literal or f"{self.given} {self.family}".strip()


class Defect(Item, frozen=True, kw_only=True):
    """Something known to be wrong with a source; without `at`, with all of it."""

    what: ClassVar[str] = "a defect"
    at: At = ()
    note: Text


class Source(Waivable, frozen=True, kw_only=True):
    """A document cited, with CSL-JSON's field names, and what it is worth."""

    what: ClassVar[str] = "a source"
    id: Annotated[Slug, Meta(extra={"id": "source"})]
    type: CslType
    title: Annotated[Text, _UNNAMED]
    title_short: str = field(name="title-short", default="")
    author: tuple[Author, ...] = ()
    container_title: str = field(name="container-title", default="")
    publisher: str = ""
    issued: Annotated[Issued, _UNNAMED]
    accessed: Date | None = None
    url: Url | None = field(name="URL", default=None)
    language: str = ""
    originator: str = ""
    access: Access
    reliability: Reliability
    why: Text
    side: SideRef | None = None
    defects: tuple[Defect, ...] = ()
    text_file: FileName | None = None
    sha256: Sha256 | None = None
    paragraphs: Annotated[int, Meta(ge=1)] | None = None
    worth: Body = ""

    def faults(self) -> Iterator[Fault]:
        """Yield faults where the issuer, or the hash of the text, is missing."""
        if not (self.author or self.container_title or self.publisher):
            yield Fault(
                "",
                "SRC002",
                f'the source "{self.id}" names no issuer',
                'add "author", "container-title" or "publisher"',
            )
        if (self.text_file is None) != (self.sha256 is None):
            yield Fault(
                "text_file" if self.text_file else "sha256",
                "SRC007",
                '"text_file" and "sha256" go together',
                "the hash tells whether the text is the one that was cited",
            )

    @property
    def label(self) -> str:
        """What a note calls it."""
        return self.title_short or self.title

    @property
    def issuer(self) -> str:
        """Who brought it out: the container, else the publisher, else the authors."""
        return (
            self.container_title
            or self.publisher
            or ", ".join(author.name for author in self.author)
        )
