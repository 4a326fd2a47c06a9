"""A line of text is drawn in the same characters and styles as Textual draws it."""

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.color import Color
from textual.content import Content, Span
from textual.style import Style

from briefing.tui.widgets.segments import segments

GROUND = Style(background=Color(0, 0, 0), foreground=Color(250, 250, 250))
RED, GREY = Color(200, 0, 0), Color(90, 90, 90)
STYLES: st.SearchStrategy[Style | str] = st.sampled_from(
    [
        "bold",
        Style(foreground=RED),
        Style(background=GREY, italic=True),
        Style(reverse=True),
        Style.from_meta({"note": 1}),
    ]
)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    text = Content(draw(st.text("ab é漢 ", max_size=30))).plain
    place = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(place, place, STYLES), max_size=4))
    return Content(text, [Span(min(a, b), max(a, b), style) for a, b, style in spans])


def parsed(style: str | Style) -> Style:
    return Style.parse(style) if isinstance(style, str) else style


def cells(line: list[Segment]) -> list[tuple[str, object]]:
    return [(letter, segment.style) for segment in line for letter in segment.text]


@given(contents())
def test_a_line_is_drawn_as_textual_draws_it(content: Content) -> None:
    assert cells(segments(content, GROUND, parsed)) == cells(content.render_segments(GROUND))
