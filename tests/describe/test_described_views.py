"""Views as documents, and what holds of every document of a pack."""

from pathlib import Path

import pytest

from briefing.compose import compose
from briefing.describe import VIEWS, item, view
from briefing.document import Block, Document, Heading, Items, Paragraph, lines, marks, plain
from briefing.export.text import render
from briefing.pack.loader import load
from briefing.pack.pack import Pack, Ref
from briefing.paths import shipped
from tests.describe.reading import parts, read
from tests.packs import edit, write_pack


def test_a_brief_is_its_page(pack: Pack) -> None:
    assert item(pack, Ref("brief", "one-pager")) == compose(pack, pack.briefs[0])


def test_an_item_that_is_not_there_is_a_key_error(pack: Pack) -> None:
    with pytest.raises(KeyError):
        item(pack, Ref("claim", "gone"))
    with pytest.raises(KeyError):
        view(pack, "gone")


def test_the_overview_gives_the_answer_first(pack: Pack) -> None:
    found = parts(pack, "overview")
    assert list(found)[1:] == ["Bottom line", "Key judgements", "What this pack holds", "Glossary"]
    assert found["What this pack holds"] == [
        "As of: 30 June 2025",
        "Dimensions: 2",
        "Claims: 5 (1 confirmed, 1 corrected, 1 contested, 1 unverified, 1 misprinted)",
        "Questions: 2",
        "Experts: 3",
        "Options: 2",
        "Sources: 3 (1 reliable, 1 fairly reliable, 1 cannot be judged)",
        "Sources by access: 3 (1 read in full, 1 read in excerpt only, 1 not read)",
    ]


def test_the_experts_view_is_a_matrix_in_words(pack: Pack) -> None:
    shown = read(pack, "experts")
    assert "Curated, not a poll. Chosen by the editors of this pack." in shown
    assert "Mira Ostberg\nOpen grid: strongly agrees\nPay more: disagrees (inferred)\n" in shown
    assert "Strait Gazette\nOpen grid: no stated view\nPay more: no stated view\n" in shown


def test_the_options_view_sets_options_against_criteria(pack: Pack) -> None:
    shown = read(pack, "options")
    assert "Price: What does it cost? On a scale of low, high; low is better." in shown
    assert (
        "Carry on (status quo)\nAction: Keep the rules as they are.\n"
        "Effect: low (editor)\nPrice: low [1]\n"
    ) in shown


def test_the_evidence_view_sorts_sources_and_claims_and_pairs_conflicts(pack: Pack) -> None:
    found = parts(pack, "evidence")
    assert list(found)[1:] == [
        "Sources: reliable",
        "Sources: fairly reliable",
        "Sources: cannot be judged",
        "Conflicts",
        "Claims: confirmed",
        "Claims: corrected",
        "Claims: contested",
        "Claims: unverified",
        "Claims: misprinted",
        "Timeline",
        "Mix of each dimension",
        "Sources",
    ]
    assert found["Sources: reliable"] == [
        "- Register of prices (Bureau of Prices, May 2025): read in excerpt only; "
        "4 lines rest on it."
    ]
    assert found["Timeline"][:2] == [
        "2024, no month told: Alderland: 0 claims · Birchmark: 1 claim",
        "January 2025: Alderland: 2 claims · Birchmark: 0 claims",
    ]
    assert found["Mix of each dimension"] == [
        "Price: Alderland: ✓ 1 confirmed · ✎ 1 corrected; "
        "Birchmark: ≠ 1 contested · ? 1 unverified",
        "Permits and the time they take: Alderland: ✗ 1 misprinted; Birchmark: no claims",
    ]
    assert [line for line in found["Conflicts"] if "At odds" in line] == ["  At odds with:"]


def test_the_brief_view_lists_the_briefs_and_shows_the_default_one(pack: Pack) -> None:
    document = view(pack, "brief")
    title = "Birchmark sells tidal power for less, and part of that is subsidy"
    listed, heading, *rest = document.blocks
    assert isinstance(listed, Items)
    assert [plain(line) for line in lines((listed,))] == [title]
    assert isinstance(heading, Heading)
    assert (heading.level, heading.origin) == (2, "brief:one-pager")
    assert [block.level for block in rest if isinstance(block, Heading)] == [3] * 7
    assert document.notes == compose(pack, pack.briefs[0]).notes


def test_a_pack_without_briefs_says_so(tmp_path: Path) -> None:
    bare = load(write_pack(tmp_path, {"briefs/one-pager.yaml": None})).pack
    assert "This pack holds no brief." in read(bare, "brief")


def every(pack: Pack) -> list[Document]:
    return [item(pack, ref) for ref in pack.items] + [view(pack, name) for name in VIEWS]


@pytest.fixture(scope="module", params=["made", "shipped"])
def any_pack(request: pytest.FixtureRequest, pack: Pack) -> Pack:
    return pack if request.param == "made" else load(shipped("content") / "us-china-ai").pack


def test_notes_run_in_reading_order_and_all_are_used(any_pack: Pack) -> None:
    for document in every(any_pack):
        used = [number for line in lines(document.blocks) for number in marks(line)]
        assert list(dict.fromkeys(used)) == [note.number for note in document.notes]


def test_headings_never_skip_a_level(any_pack: Pack) -> None:
    for document in every(any_pack):
        above = 1
        for block in document.blocks:
            if isinstance(block, Heading):
                assert 2 <= block.level <= above + 1
                above = block.level


def test_every_origin_is_an_item_of_the_pack(any_pack: Pack) -> None:
    for document in every(any_pack):
        for origin in paragraph_origins(document.blocks):
            assert any_pack.find(origin) != [], origin


def paragraph_origins(blocks: tuple[Block, ...]) -> list[str]:
    """Return the origins of paragraphs, also of those in lists."""
    found = [block.origin for block in blocks if isinstance(block, Paragraph) and block.origin]
    for block in blocks:
        if isinstance(block, Items):
            found += [origin for entry in block.entries for origin in paragraph_origins(entry)]
    return found


def test_a_pack_with_broken_items_can_still_be_read(folder: Path) -> None:
    edit(folder, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    edit(folder, "pack.yaml", "{id: price, name: Price,", "{id: price, nam: Price,")
    broken = load(folder).pack
    assert all(render(document) for document in every(broken))
    assert "Price" not in read(broken, "options").partition("Sources")[0]


def test_a_pack_without_its_manifest_can_still_be_read(tmp_path: Path) -> None:
    broken = load(write_pack(tmp_path, {"pack.yaml": b"format: [\n"})).pack
    assert all(render(document) for document in every(broken))
