"""Markdown of a pack to document blocks: what is kept, what is shown as text, what is refused."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.document import (
    Block,
    Cell,
    Heading,
    Items,
    Line,
    Paragraph,
    Run,
    Table,
    lines,
    plain,
    run,
)
from briefing.prose import blocks, inline
from briefing.text import unsafe

PIECES = [
    "\n", "\n\n", " ", "    ", "\t", "# ", "## ", "> ", "- ", "1. ", "```", "~~~", "***", "---",
    "==", "*", "**", "_", "`", "[", "](", ")", "![", "<", ">", "<b>", "&#27;", "&#x202e;", "&amp;",
    "| a | b |\n|---|---|\n", "|", "http://", "https://a.b", "javascript:", "<mailto:a@b>", "\0",
    "\\", "\ud800", "[a]: http://[", "word", "漢", "\u202e",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text()


def only_line(markdown: str) -> Line:
    """Return the line of the one paragraph that a text holds."""
    [block] = blocks(markdown, 2)
    assert isinstance(block, Paragraph)
    return block.line


def texts(found: tuple[Block, ...]) -> list[str]:
    return [plain(line) for line in lines(found)]


@given(HOSTILE)
def test_no_text_is_too_hostile_to_read(markdown: str) -> None:
    for line in [*lines(blocks(markdown, 2)), inline(markdown)]:
        for part in line:
            assert isinstance(part, Run)
            assert not list(unsafe(part.text + part.url))
            assert not set(part.text) & set("\n\r\t")
            assert part.url.lower().startswith(("https:", "http:", "mailto:")) or not part.url


WORDS = ["**", "**", "**", " ", " ", "a", "."]
MARKS = ["*", " _a_", "`a`", "~~a~~", "[a](b)", "<b>", "&amp;", "\\.", "# ", "|", "+ ", "1. ", "\0"]
LINES = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=9).map("".join),
    st.lists(st.sampled_from(MARKS) | st.characters(), max_size=3).map("a".join).map("a{}".format),
)


@settings(max_examples=500)
@given(LINES)
@example("1. a")
@example("**a.**b")
@example("**a **")
@example("a\0b")
def test_a_line_without_a_line_end_reads_as_the_same_line_with_one(markdown: str) -> None:
    """Plain and strong words on one line are read without the parser, and read the same."""
    ended = f"{markdown}\n"
    assert blocks(markdown, 2) == blocks(ended, 2)
    assert inline(markdown) == inline(ended)


@given(st.lists(st.integers(1, 6), max_size=8), st.integers(1, 4))
def test_headings_come_below_the_level_without_gaps(levels: list[int], level: int) -> None:
    found = blocks("\n\n".join("#" * n + " Part" for n in levels), level)
    shown = [block.level for block in found if isinstance(block, Heading)]
    assert len(shown) == len(levels)
    before = level
    for one in shown:
        assert level < one <= min(before + 1, 6)
        before = one


@pytest.mark.parametrize(
    "markdown",
    [
        "*" * 3000 + "a" + "*" * 3000,
        "[" * 3000 + "a" + "](x)" * 3000,
        "![" * 3000 + "a" + "](x)" * 3000,
        "> " * 3000 + "a",
        "- " * 3000 + "a",
        "\n".join("  " * n + "- a" for n in range(200)),
    ],
    ids=["emphasis", "links", "pictures", "quotations", "lists", "list lines"],
)
def test_a_text_nested_too_deep_to_read_keeps_its_words(markdown: str) -> None:
    assert "a" in "".join(texts(blocks(markdown, 2)))
    assert "a" in plain(inline(markdown))


def test_paragraphs_are_told_apart_and_line_ends_within_them_are_spaces() -> None:
    assert texts(blocks("One\ntwo  \nthree\\\nfour.\n\nNext.", 2)) == [
        "One two three four.",
        "Next.",
    ]


def test_every_block_names_the_item_that_it_comes_from() -> None:
    found = blocks("# Head\n\ntext\n\n- entry\n\n| a |\n|---|\n| b |", 2, "expert:x")
    entry = Paragraph(run("entry"), "expert:x")
    assert found == (
        Heading(3, run("Head"), "expert:x"),
        Paragraph(run("text"), "expert:x"),
        Items(((entry,),)),
        Table(("a",), ((Cell((run("b"),), "expert:x"),),)),
    )


def test_emphasis_is_a_tone() -> None:
    assert only_line("a *b* **c *d* e** f") == (
        Run("a "),
        Run("b", "emphasis"),
        Run(" "),
        Run("c d e", "strong"),
        Run(" f"),
    )


def test_code_is_plain_text() -> None:
    assert only_line("a `b  c` d") == run("a b  c d")
    assert texts(blocks("```py\none\n\n two\n```\n\n    three", 2)) == ["one", "two", "three"]


def test_html_and_struck_text_are_shown_as_text() -> None:
    assert plain(only_line("<b>a</b> ~~b~~ <!-- c -->")) == "<b>a</b> b <!-- c -->"


def test_a_picture_is_its_description() -> None:
    assert only_line("see ![a *map*](https://a.b/c.png) here") == (
        Run("see a "),
        Run("map", "emphasis"),
        Run(" here"),
    )


@pytest.mark.parametrize("url", ["https://a.b/c?d=e", "http://a.b", "mailto:a@b.c"])
def test_a_link_to_the_web_or_to_mail_leads_there(url: str) -> None:
    assert only_line(f"[text]({url})") == (Run("text", url=url),)
    assert only_line(f"<{url}>")[0] == Run(url.removeprefix("mailto:"), url=url) or "mail" in url


@pytest.mark.parametrize(
    "url",
    ["javascript:x", "data:image/png;base64,x", "ssh://a", "file:///a", "a.md", "#a", "//a.b"],
)
def test_any_other_link_is_shown_as_its_text(url: str) -> None:
    assert only_line(f"[text]({url})") == run("text")


def test_addresses_in_text_are_not_made_links() -> None:
    assert only_line("see https://a.b and www.a.b") == run("see https://a.b and www.a.b")


@pytest.mark.parametrize(
    ("spelt", "shown"),
    [("&#x202e;", "<U+202E>"), ("&lrm;", "<U+200E>"), ("&#27;", "\ufffd"), ("&amp;", "&")],
)
def test_characters_that_are_spelt_out_are_made_safe_too(spelt: str, shown: str) -> None:
    assert only_line(f"a{spelt}b") == run(f"a{shown}b")


def test_typography_is_left_as_it_was_written() -> None:
    assert only_line('"a" -- b... (c)') == run('"a" -- b... (c)')


def test_lists_hold_their_paragraphs_and_lists() -> None:
    assert blocks("1. one\n\n   more\n2. two\n   - deep", 2) == (
        Items(
            (
                (Paragraph(run("one")), Paragraph(run("more"))),
                (Paragraph(run("two")), Items(((Paragraph(run("deep")),),))),
            ),
            ordered=True,
        ),
    )


def test_an_entry_always_begins_with_its_text() -> None:
    assert blocks("- - one\n  - two\n- \n- # three", 2) == (
        Items(tuple((Paragraph(run(text)),) for text in ("one", "two", "three"))),
    )


def test_a_quotation_becomes_paragraphs() -> None:
    assert blocks("> # Head\n> one\n>\n> > two", 2) == tuple(
        Paragraph(run(text)) for text in ("Head", "one", "two")
    )


def test_a_table_keeps_its_header_and_its_cells() -> None:
    assert blocks("| a | *b* |\n|---|---|\n| **c** | |", 2) == (
        Table(("a", "b"), ((Cell((run("c", "strong"),)), Cell(((),))),)),
    )


def test_a_rule_and_empty_text_give_nothing() -> None:
    assert blocks("***\n\n#\n\n[a]: b", 2) == ()
    assert blocks("", 2) == ()
    assert inline("") == ()


def test_inline_runs_blocks_together() -> None:
    assert inline("# Head\n\none *two*\n\n- three\n\n```\nfour\n```") == (
        Run("Head one "),
        Run("two", "emphasis"),
        Run(" three four"),
    )
