"""Recipes in files of their own: read with all checks, and written so that they read back."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.pack.loader import load
from briefing.pack.pack import Pack
from briefing.pack.recipe import (
    Block,
    BottomLineBlock,
    Brief,
    CasesBlock,
    ChangesBlock,
    ComparisonBlock,
    ConflictsBlock,
    CorrectionsBlock,
    DecisionBlock,
    DefectsBlock,
    ExpertsBlock,
    GapsBlock,
    JudgementsBlock,
    OptionsBlock,
    RecommendationBlock,
    SourcesBlock,
    StancesBlock,
)
from briefing.pack.recipe_file import read_recipe, write_recipe
from briefing.text import visible
from tests.packs import ONE_PAGER, write_pack


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return load(write_pack(tmp_path_factory.mktemp("pack"))).pack


# --- reading --------------------------------------------------------------------------------


def told(file: Path, content: str, pack: Pack) -> list[str]:
    """Return what is wrong with a recipe, each line without the folder of its file."""
    file.write_text(content, encoding="utf-8")
    brief, problems = read_recipe(file, pack)
    assert (brief is None) == bool(problems)
    return [str(problem).removeprefix(f"{file.parent}/") for problem in problems]


def test_a_recipe_is_read_like_one_of_the_pack(tmp_path: Path, pack: Pack) -> None:
    file = tmp_path / "tonight.yaml"
    file.write_text(ONE_PAGER)
    brief, problems = read_recipe(file, pack)
    assert problems == []
    assert brief is not None
    assert brief.place.file == str(file)
    assert as_data(brief) == as_data(pack.briefs[0])


def test_the_name_of_the_file_does_not_matter(tmp_path: Path, pack: Pack) -> None:
    assert told(tmp_path / "tonight.md", ONE_PAGER, pack) == []


RECIPE = "id: mine\ntitle: Mine\nblocks:\n  - {}\n"
WRONG = {
    "an item that there is not": (
        "judgements: {items: [gap-narrow]}",
        'mine.yaml:4:26: error REF001: there is no judgement "gap-narrow"'
        " – did you mean 'gap-narrows'?",
    ),
    "an item unlike any other": (
        "defects: {items: [xyz]}",
        'mine.yaml:4:23: error REF001: there is no source "xyz" – see `briefing list sources`',
    ),
    "a criterion that there is not": (
        "options: {items: [carry-on], criteria: [xyz]}",
        'mine.yaml:4:45: error REF001: there is no criterion "xyz" – see pack.yaml',
    ),
    "a claim of a dimension that is not listed": (
        "comparison: {dimensions: [permits], claims: [alder-price]}",
        'mine.yaml:4:49: error FLD004: the claim "alder-price" belongs to "price"'
        " – add that dimension to the comparison, or take the claim out",
    ),
    "a correction of a claim that has none": (
        "corrections: {claims: [permit-time, birch-price]}",
        'mine.yaml:4:27: error FLD004: the claim "birch-price" has no correction'
        " – name claims with status corrected or misprinted, or take it out",
    ),
    "a conflict of a claim that has none": (
        "conflicts: {claims: [birch-subsidy, permit-time]}",
        'mine.yaml:4:25: error FLD004: the claim "permit-time" is at odds with no other claim'
        ' – name it in the "disputes" of a claim, or take it out',
    ),
    "an unknown block": (
        "gap: x",
        "mine.yaml:4:5: error FLD004: no block \"gap\" – did you mean 'gaps'?",
    ),
}


@pytest.mark.parametrize(("block", "expected"), WRONG.values(), ids=WRONG.keys())
def test_a_recipe_gets_every_check_of_a_packs_own(
    block: str, expected: str, tmp_path: Path, pack: Pack
) -> None:
    assert told(tmp_path / "mine.yaml", RECIPE.format(block), pack) == [expected]
    own = write_pack(tmp_path / "pack", {"briefs/mine.yaml": RECIPE.format(block)})
    assert list(map(str, load(own).problems)) == [f"briefs/{expected}"]


def test_every_problem_is_told(tmp_path: Path, pack: Pack) -> None:
    blocks = "gap: x\n  - judgements: {items: [none]}\nmax_page: 1"
    assert [
        line.split(": ")[1] for line in told(tmp_path / "mine.yaml", RECIPE.format(blocks), pack)
    ] == [
        "error FLD004",
        "error REF001",
        "error FLD001",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "mine.yaml:1:1: error FLD003: a brief must be a mapping, but is empty"),
        ("id: [", "mine.yaml:2:1: error YML001: "),
        ("id: &a x", "mine.yaml:1:5: error YML002: anchor &a refused – take it out"),
        ("id: a\nid: b", 'mine.yaml:2:1: error YML005: duplicate key "id" – keep one of the two'),
    ],
)
def test_a_hostile_or_broken_file_is_told_at_its_place(
    content: str, expected: str, tmp_path: Path, pack: Pack
) -> None:
    assert told(tmp_path / "mine.yaml", content, pack)[0].startswith(expected)


@pytest.mark.parametrize("kind", ["folder", "missing"])
def test_what_is_no_file_is_one_problem(kind: str, tmp_path: Path, pack: Pack) -> None:
    if kind == "folder":
        (tmp_path / "folder").mkdir()
    brief, problems = read_recipe(tmp_path / kind, pack)
    assert brief is None
    assert [problem.rule for problem in problems] == ["FIL001"]


# --- writing --------------------------------------------------------------------------------


def brief(*blocks: Block, title: str = "A page", **fields: Any) -> Brief:
    return Brief(id="page", title=title, blocks=blocks or (SourcesBlock(),), **fields)


def as_data(brief: Brief) -> Any:
    """Return a brief without the places where it is written."""
    return _unplaced(msgspec.to_builtins(brief))


def _unplaced(data: Any) -> Any:
    match data:
        case dict():
            return {key: _unplaced(value) for key, value in data.items() if key != "place"}
        case list() | tuple():
            return [_unplaced(value) for value in data]
        case _:
            return data


def test_a_recipe_is_written_as_a_person_would() -> None:
    written = write_recipe(
        brief(
            BottomLineBlock(),
            ComparisonBlock(dimensions=("price", "permits"), claims=("alder-price",)),
            RecommendationBlock(),
            GapsBlock(text="What Birchmark pays."),
            title="The gap: it narrows",
            max_pages=2,
            page="a4",
        )
    )
    assert written == (
        "id: page\n"
        'title: "The gap: it narrows"\n'
        "page: a4\n"
        "max_pages: 2\n"
        "blocks:\n"
        "  - bottom-line\n"
        "  - comparison: {dimensions: [price, permits], claims: [alder-price]}\n"
        "  - recommendation\n"
        "  - gaps: What Birchmark pays.\n"
    )


def test_what_has_its_default_is_left_out() -> None:
    assert write_recipe(brief(ComparisonBlock(dimensions=("price",)))) == (
        "id: page\ntitle: A page\nblocks:\n  - comparison: {dimensions: [price]}\n"
    )


def test_long_lists_and_texts_take_several_lines() -> None:
    names = tuple(f"an-option-with-a-long-name-{n}" for n in range(4))
    written = write_recipe(
        brief(
            OptionsBlock(items=names[:2], criteria=("effect", "a-long-criterion", "and-another")),
            CasesBlock(items=names),
            DecisionBlock(
                text="Whether to go on as now, or else to let every builder " * 2 + "in."
            ),
        )
    )
    assert written.partition("blocks:\n")[2] == (
        "  - options:\n"
        "      items: [an-option-with-a-long-name-0, an-option-with-a-long-name-1]\n"
        "      criteria: [effect, a-long-criterion, and-another]\n"
        "  - cases:\n"
        "      items:\n"
        "        - an-option-with-a-long-name-0\n"
        "        - an-option-with-a-long-name-1\n"
        "        - an-option-with-a-long-name-2\n"
        "        - an-option-with-a-long-name-3\n"
        "  - decision: >-\n"
        "      Whether to go on as now, or else to let every builder Whether to go on as now, or "
        "else to let\n"
        "      every builder in.\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It is 3–6 months, so they say", "It is 3–6 months, so they say"),
        ("Cheaper – “not better”", "Cheaper – “not better”"),
        ('a, [b] {c} & d\'s "e"', 'a, [b] {c} & d\'s "e"'),
        ("-5 % of it", "-5 % of it"),
        ("- 5 of it", '"- 5 of it"'),
        ("x #1", '"x #1"'),
        ("x: 1", '"x: 1"'),
        ('"x"', "'\"x\"'"),
        ("'x'", "\"'x'\""),
        ('\'x: "y"', "'''x: \"y\"'"),
        ("\\ x", "\\ x"),
        ("\\: x", "'\\: x'"),
        ("\\: x: ", "'\\: x:'"),
        ("2025-01", '"2025-01"'),
        ("No", '"No"'),
        ("None", "None"),
        ("@a", '"@a"'),
        ("one\ntwo: #2\n\n  three", "|-\n  one\n  two: #2\n\n    three"),
        ("  spaces\tand\ttabs ", "spaces and tabs"),
        ("esc\x1b[31m", "esc␛[31m"),
    ],
)
def test_text_is_quoted_only_where_it_has_to_be(text: str, written: str) -> None:
    assert f"\ntitle: {written}\nblocks:\n" in write_recipe(brief(title=text))


TEXT = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            ["a", "no", "1", "-", "?", ":", "#", "x:", "'", '"', "\\n", "%", "|-", ">", "---",
             "...", "{", "]", ",", "&a", "*a", "!", "  ", "\n", "\n\n", "\n ", "漢字", "\xa0",
             "\t", "\u2028", "\ufeff", "\x85", "\x1b", "\U0010ffff", "\ud800", "word" * 12]
        ),
        min_size=1,
        max_size=30,
    ).map(" ".join),
    st.lists(st.sampled_from([*"a1-?:#'\"\\%|>{}[],&*! \n"]), max_size=12).map("".join),
).map(lambda text: visible(text).strip()).filter(bool)  # fmt: skip


def names(*ids: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), min_size=1, max_size=9).map(tuple)


CLAIMS = ("alder-price", "alder-turbines", "birch-price", "birch-subsidy")
VOICES = names("mira-ostberg", "jon-hale", "gazette-desk")
QUESTIONS = names("open-grid", "pay-more")
OPTIONS = names("carry-on", "open-the-grid")
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(BottomLineBlock),
    st.builds(ChangesBlock),
    st.builds(SourcesBlock),
    st.builds(DecisionBlock, text=TEXT),
    st.builds(GapsBlock, text=TEXT),
    st.builds(RecommendationBlock, text=st.just("") | TEXT),
    st.builds(ComparisonBlock, dimensions=st.just(("price",)), claims=st.just(()) | names(*CLAIMS)),
    st.builds(JudgementsBlock, items=names("gap-narrows")),
    st.builds(ExpertsBlock, questions=QUESTIONS, items=VOICES),
    st.builds(StancesBlock, questions=QUESTIONS, items=VOICES),
    st.builds(OptionsBlock, items=OPTIONS, criteria=names("effect", "price")),
    st.builds(CasesBlock, items=OPTIONS),
    st.builds(CorrectionsBlock, claims=names("alder-price", "permit-time")),
    st.builds(ConflictsBlock, claims=names("birch-price", "birch-subsidy")),
    st.builds(DefectsBlock, items=names("tide-survey", "price-register")),
)
BRIEFS = st.builds(
    Brief,
    id=st.sampled_from(["one-pager", "no", "2025", "1e5"]),
    title=TEXT,
    page=st.sampled_from(["fit-both", "a4", "letter"]),
    max_pages=st.integers(1, 999_999_999),
    attribution=st.sampled_from(["footnotes", "in-text"]),
    blocks=st.lists(BLOCKS, min_size=1, max_size=6).map(tuple),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("recipe") / "mine.yaml"


@given(BRIEFS)
def test_what_is_written_reads_back_as_the_same_recipe(
    file: Path, pack: Pack, brief: Brief
) -> None:
    file.write_text(write_recipe(brief), encoding="utf-8")
    found, problems = read_recipe(file, pack)
    assert problems == []
    assert found is not None
    assert as_data(found) == as_data(brief)


@given(BRIEFS)
@settings(max_examples=50)
def test_other_readers_of_yaml_find_the_same_text(brief: Brief) -> None:
    data = yaml.safe_load(write_recipe(brief))
    assert (data["id"], data["title"]) == (brief.id, brief.title)
    assert data.get("max_pages", 1) == brief.max_pages


@given(BRIEFS)
@settings(max_examples=50)
def test_only_words_longer_than_a_line_and_kept_spaces_make_long_lines(brief: Brief) -> None:
    for line in write_recipe(brief).split("\n"):
        assert len(line) <= 100 or "  " in line.strip() or len(max(line.split(), key=len)) > 40


def test_the_shipped_recipes_read_back(tmp_path: Path) -> None:
    shipped = load(Path(__file__).parents[2] / "content" / "us-china-ai").pack
    assert shipped.briefs
    for number, own in enumerate(shipped.briefs):
        file = tmp_path / f"{number}.yaml"
        file.write_text(write_recipe(own), encoding="utf-8")
        found, problems = read_recipe(file, shipped)
        assert (found and as_data(found), problems) == (as_data(own), [])
