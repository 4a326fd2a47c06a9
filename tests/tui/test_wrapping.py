"""Wrapping gives the same lines as Textual does, in the same styles, and keeps signs to words."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content, Span

from briefing.tui.wrapping import wrap

BREAKING = st.characters(exclude_characters="\u00a0✓✎≠?✗●◐○")
WORDS = st.text("abcdefgh–’é€ ", max_size=80) | st.text(BREAKING, max_size=30)
PLACES = st.integers(0, 80)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    text = Content(draw(WORDS)).plain
    spans = [
        Span(min(a, b, len(text)), min(max(a, b), len(text)), style)
        for a, b, style in draw(
            st.lists(st.tuples(PLACES, PLACES, st.sampled_from(["bold", "red"])), max_size=3)
        )
    ]
    return Content(text, [span for span in spans if span.end > span.start])


def shown(lines: list[Content]) -> list[list[tuple[str, str]]]:
    """Return what is seen of lines: each character with its style."""
    return [
        [(character, str(style)) for text, style in line.render(end="") for character in text]
        for line in lines
    ]


@given(contents(), st.integers(1, 40))
def test_lines_are_those_of_textual(content: Content, width: int) -> None:
    assert shown(wrap(content, width)) == shown(content.wrap(width))


def lines(text: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in wrap(Content(text), width)]


def test_no_line_ends_after_a_sign() -> None:
    assert lines("✓ 2 confirmed · ≠ 4 contested", 17) == ["✓ 2 confirmed ·", "≠ 4 contested"]
    assert lines("what now ? 1 unverified", 10) == ["what now", "? 1", "unverified"]
    assert lines("? 1 what? 2 ifs", 9) == ["? 1 what?", "2 ifs"]


def test_no_line_ends_at_a_space_that_keeps_words_together() -> None:
    assert lines("sold for 56\u00a0000 crowns", 12) == ["sold for", "56 000", "crowns"]


@given(st.text(max_size=80), st.integers(2, 40))
def test_no_line_is_wider_than_it_may_be(text: str, width: int) -> None:
    assert all(cell_len(line.plain) <= width for line in wrap(Content(text), width))
