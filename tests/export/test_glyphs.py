"""Characters: those that are printed, and how those are told that cannot be."""

from __future__ import annotations

import pytest

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Note,
    Paragraph,
    Table,
    run,
)
from briefing.export import Unprintable
from briefing.export.pdf import render
from briefing.paths import shipped
from tests.export.pdf_reading import Reading


def of(*blocks: Block, **fields: str) -> Document:
    return Document(title="Finding", meta="pack 1.0", blocks=blocks, **fields)  # type: ignore[arg-type]


def read(*blocks: Block, **fields: str) -> Reading:
    return Reading(render(of(*blocks, **fields)))


def test_a_character_that_no_font_has_is_named_with_its_item() -> None:
    with pytest.raises(Unprintable) as caught:
        render(of(Paragraph(run("so 😀"), "claim:some-id")))
    assert str(caught.value) == (
        'no glyph for "😀" (U+1F600) in claim:some-id; reword it, or export another format'
    )


def test_all_characters_that_no_font_has_are_named_at_once() -> None:
    table = Table(("ก",), ((Cell((run("ข"),), "option:b"),),))
    document = Document(
        title="ค",
        meta="ฅ",
        blocks=(
            Items(((Paragraph(run("ฆ")), Field("ง", run("so"))),)),
            table,
            Heading(2, run("จ and that is a heading which is told by how it begins")),
        ),
        notes=(Note(1, run("so"), "a", "1"), Note(2, run("ฉ"), "b", "2")),
        footer="ช ก",
    )
    with pytest.raises(Unprintable) as caught:
        render(document)
    named, advice = str(caught.value).removeprefix("no glyph for ").split("; ")
    assert advice == "reword them, or export another format"
    assert sorted(named.split(", ")) == [
        '"ก" (U+0E01) in “ก”',
        '"ข" (U+0E02) in option:b',
        '"ค" (U+0E04) in the title',
        '"ฅ" (U+0E05) in the line below the title',
        '"ฆ" (U+0E06) in “ฆ”',
        '"ง" (U+0E07) in “ง: so”',
        '"จ" (U+0E08) in “จ and that is a heading which is told by…”',
        '"ฉ" (U+0E09) in note 2',
        '"ช" (U+0E0A) in the footer',
    ]


@pytest.mark.parametrize("text", ['a\u0e01`"\\', "\u0915\u094d\u0937"])
def test_characters_that_are_quoted_by_the_typesetter_are_named_as_they_are(text: str) -> None:
    with pytest.raises(Unprintable) as caught:
        render(of(Paragraph(run(text), "claim:c")))
    assert " in claim:c" in str(caught.value)


@pytest.mark.parametrize("text", ["caf\u00e9\u0336s", "cafe\u0301\u0336s"])
def test_a_letter_is_not_blamed_for_the_accent_on_it(text: str) -> None:
    with pytest.raises(Unprintable) as caught:
        render(of(Paragraph(run(text), "claim:c")))
    assert str(caught.value).startswith('no glyph for "\u0336" (U+0336) in claim:c; reword it')


def test_what_packs_and_pages_commonly_print_has_a_glyph() -> None:
    signs = "– — ’ ‘ “ ” … ¶ § × ≈ ≤ ≥ ≠ → ← • · € £ ¥ ✓ ✗ ° ± ² ³ ½ ‰ µ ™ ® © † ‡ ≡ ∞ √ − ★ ☆ ␛ ␀"
    scripts = "Ålesund Łódź Ñandú İstanbul Đà Nẵng Ελλάδα Україна"
    assert read(Paragraph(run(f"{signs} {scripts}"))).root.all("P")[-1].text == f"{signs} {scripts}"


def test_every_character_of_the_shipped_packs_has_a_glyph() -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(shipped("content").rglob("*"))
        if path.is_file()
    ]
    used = "".join(sorted(set("".join(texts)) - {"\n"}))
    assert len(read(Paragraph(run(used))).pdf.pages) == 1
