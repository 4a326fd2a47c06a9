"""Items and views of a pack as a reader gets them: as text, cut at its headings."""

from briefing.describe import VIEWS, item, view
from briefing.export.text import render
from briefing.pack.pack import Pack


def read(pack: Pack, name: str) -> str:
    """Return an item or a view as text."""
    document = view(pack, name) if name in VIEWS else item(pack, pack.find(name)[0])
    return render(document, 500)


def parts(pack: Pack, name: str) -> dict[str, list[str]]:
    """Return the lines of an item or a view, but empty ones, under each of its headings."""
    found: dict[str, list[str]] = {"": []}
    title = ""
    shown = read(pack, name).split("\n")
    for line, below in zip(shown, [*shown[1:], ""], strict=True):
        if below and set(below) <= {"-"}:
            title = line
            found[title] = []
        elif line and not set(line) <= {"-"}:
            found[title].append(line)
    return found
