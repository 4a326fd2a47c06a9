"""Ids and what refers to them: REF rules, and what is left out with a broken item."""

from pathlib import Path

import pytest

from briefing.pack.loader import load
from briefing.pack.pack import Pack, Ref
from briefing.pack.reader import MAX_BYTES
from tests.packs import FILES, edit, told, write_pack

PRICE = "dimensions/price.yaml"
PERMITS = "dimensions/permits.yaml"
JUDGEMENTS = "judgements.yaml"
OSTBERG = "experts/mira-ostberg.md"
OPEN_GRID = "options/open-the-grid.md"
SURVEY = "sources/tide-survey.md"
BRIEF = "briefs/one-pager.yaml"

LEADS_NOWHERE = {
    "side": (
        OSTBERG,
        "side: alder",
        "side: aldre",
        'experts/mira-ostberg.md:10:7: error REF001: there is no side "aldre"'
        " – did you mean 'alder'?",
    ),
    "side unlike any": (
        OSTBERG,
        "side: alder",
        "side: zzz",
        'experts/mira-ostberg.md:10:7: error REF001: there is no side "zzz" – see pack.yaml',
    ),
    "question": (
        BRIEF,
        "questions: [open-grid]",
        "questions: [opengrid, pay-more]",
        'briefs/one-pager.yaml:9:27: error REF001: there is no question "opengrid"'
        " – did you mean 'open-grid'?",
    ),
    "criterion": (
        BRIEF,
        "criteria: [effect, price]",
        "criteria: [zzz, price]",
        'briefs/one-pager.yaml:10:60: error REF001: there is no criterion "zzz" – see pack.yaml',
    ),
    "dimension": (
        "pack.yaml",
        "dimensions: [price, permits]",
        "dimensions: [price, permit]",
        "pack.yaml:21:23: error REF001: there is no dimension \"permit\" – did you mean 'permits'?",
    ),
    "claim": (
        JUDGEMENTS,
        "for: [alder-price, alder-turbines]",
        "for: [alder-price, turbines]",
        'judgements.yaml:6:22: error REF001: there is no claim "turbines"'
        " – did you mean 'alder-turbines'?",
    ),
    "judgement": (
        BRIEF,
        "items: [gap-narrows]",
        "items: [gap-narrows, zzz]",
        'briefs/one-pager.yaml:8:39: error REF001: there is no judgement "zzz"'
        " – see `briefing list judgements`",
    ),
    "expert": (
        OPEN_GRID,
        "expert: jon-hale",
        "expert: john-hale",
        'options/open-the-grid.md:21:13: error REF001: there is no expert "john-hale"'
        " – did you mean 'jon-hale'?",
    ),
    "option": (
        BRIEF,
        "items: [carry-on, open-the-grid]",
        "items: [carry-on, open]",
        'briefs/one-pager.yaml:10:33: error REF001: there is no option "open"'
        " – see `briefing list options`",
    ),
    "source": (
        PRICE,
        "{source: strait-gazette, at: page 2}",
        "{source: straight-gazette, at: page 2}",
        'dimensions/price.yaml:45:22: error REF001: there is no source "straight-gazette"'
        " – did you mean 'strait-gazette'?",
    ),
    "something with a line break in it": (
        BRIEF,
        "items: [gap-narrows]",
        'items: [gap-narrows, "a\\n\\e"]',
        'briefs/one-pager.yaml:8:39: error REF001: there is no judgement "a ␛"'
        " – see `briefing list judgements`",
    ),
}


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"), LEADS_NOWHERE.values(), ids=LEADS_NOWHERE.keys()
)
def test_a_reference_that_leads_nowhere_is_told(
    path: str, old: str, new: str, expected: str, tmp_path: Path
) -> None:
    assert expected in told(edit(write_pack(tmp_path), path, old, new))


def test_of_a_kind_that_is_missing_altogether_one_problem_is_told(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    for path in (folder / "sources").iterdir():
        path.unlink()
    [problem] = told(folder)
    assert problem.startswith("dimensions/permits.yaml:14:22: error REF001: there is no source at")
    assert problem.endswith(" references lead to one – it belongs into sources/")


@pytest.mark.parametrize("path", ["pack.yaml", PRICE, JUDGEMENTS, OSTBERG, SURVEY])
@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_is_one_problem(path: str, text: str, tmp_path: Path) -> None:
    shown = f"---\n{text}---\n" if path.endswith(".md") else text
    [problem] = load(write_pack(tmp_path, {path: shown})).problems
    assert problem.file == path


def test_an_id_used_twice_is_told_where_it_stands_again(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), PRICE, "- id: birch-subsidy", "- id: birch-price")
    edit(folder, PRICE, "disputes: [birch-subsidy]", "disputes: [alder-price]")
    assert told(folder) == [
        'dimensions/price.yaml:40:13: error REF002: the claim id "birch-price" is used twice'
        " – it stands in dimensions/price.yaml:32 already"
    ]
    assert load(folder).pack.claims["birch-price"].status == "contested"


def test_an_id_used_twice_is_told_across_files(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"sources/zzz.md": FILES["sources/price-register.md"]})
    assert told(folder) == [
        'sources/zzz.md:2:5: error REF002: the source id "price-register" is used twice'
        " – it stands in sources/price-register.md:2 already"
    ]


def test_one_id_may_name_items_of_different_kinds(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path)).pack
    assert [str(ref) for ref in pack.find("price")] == ["dimension:price"]
    assert "price" in {criterion.id for criterion in pack.criteria}


def test_a_broken_item_is_left_out_and_all_others_stay(tmp_path: Path) -> None:
    whole = load(write_pack(tmp_path / "whole")).pack
    folder = edit(write_pack(tmp_path / "broken"), PRICE, "kind: forecast", "kind: x")
    edit(folder, PRICE, "disputes: [birch-subsidy]", "disputes: [birch-subsidy, alder-price]")
    assert _missing(whole, load(folder).pack) == {"claim:birch-subsidy"}


def test_what_cannot_stand_without_a_broken_item_is_left_out_without_a_word(
    tmp_path: Path,
) -> None:
    whole = load(write_pack(tmp_path / "whole")).pack
    folder = edit(write_pack(tmp_path / "broken"), PRICE, "kind: forecast", "kind: x")
    assert [problem.rule for problem in load(folder).problems] == ["FLD004"]
    # The subsidy breaks, so the price disputes nothing, so nothing speaks against the judgement.
    assert _missing(whole, load(folder).pack) == {
        "claim:birch-subsidy",
        "claim:birch-price",
        "judgement:gap-narrows",
    }


def test_what_can_stand_without_a_broken_item_stays(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), "experts/jon-hale.md", "identity: probable", "identity: x")
    loaded = load(folder)
    assert [problem.rule for problem in loaded.problems] == ["FLD004"]
    assert [line.expert for line in loaded.pack.options[1].support] == ["mira-ostberg"]
    experts = loaded.pack.briefs[0].blocks[3]
    assert getattr(experts, "items", None) == ("mira-ostberg",)


def test_a_chain_of_disputes_falls_with_its_last_claim(tmp_path: Path) -> None:
    claims = "".join(
        f"      - {{id: c{n}, text: x, kind: fact, status: contested, disputes: [c{n + 1}],"
        " cites: [{source: price-register, at: p. 1}]}\n"
        for n in range(3000)
    )
    text = (
        "id: chain\nname: x\nquestion: x\nso_what: x\nentries:\n"
        f"  alder:\n    headline: x\n    claims:\n{claims}  birch: {{not_comparable: x}}\n"
    )
    loaded = load(write_pack(tmp_path, {"dimensions/chain.yaml": text}))
    assert [str(problem) for problem in loaded.problems] == [
        'dimensions/chain.yaml:3008:72: error REF001: there is no claim "c3000"'
        " – did you mean 'c300'?"
    ]
    assert not [name for name in loaded.pack.claims if name.startswith("c")]


@pytest.mark.parametrize("path", [path for path in FILES if "gazette-desk" not in path])
def test_a_file_that_cannot_be_understood_is_one_problem(path: str, tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    first = FILES[path].splitlines()[1 if path.endswith(".md") else 0]
    edit(folder, path, f"{first}\n", f"{first}\n: [\n")
    assert [(problem.file, problem.rule) for problem in load(folder).problems] == [(path, "YML001")]


def test_a_file_that_cannot_be_understood_hides_no_problem_of_another(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"pack.yaml": "[", "judgements.yaml": "["})
    edit(folder, PRICE, "kind: forecast", "kind: x")
    edit(folder, PERMITS, "tide-survey", "tide")
    rules = [(problem.file, problem.rule) for problem in load(folder).problems]
    assert ("pack.yaml", "YML001") in rules
    assert ("judgements.yaml", "YML001") in rules
    assert ("dimensions/price.yaml", "FLD004") in rules
    assert ("dimensions/permits.yaml", "REF001") in rules


def test_a_pack_without_its_own_file_shows_what_the_others_hold(tmp_path: Path) -> None:
    whole = load(write_pack(tmp_path / "whole")).pack
    folder = edit(write_pack(tmp_path / "broken"), "pack.yaml", "title: Ald", "title: [Ald")
    pack = load(folder).pack
    assert [side.name for side in pack.sides] == ["alder", "birch"]
    assert pack.manifest.title == "broken"
    assert pack.manifest.bottom_line == "pack.yaml could not be read; see the problems."
    # The experts are named in the brief on a question that is lost, so it loses that block.
    assert _missing(whole, pack) == {"question:open-grid", "question:pay-more"}


def _missing(whole: Pack, pack: Pack) -> set[str]:
    gone: set[Ref] = whole.items.keys() - pack.items.keys()
    return {str(ref) for ref in gone}


def test_of_a_pack_yaml_with_one_broken_value_all_else_stays(tmp_path: Path) -> None:
    whole = load(write_pack(tmp_path / "whole")).pack
    folder = edit(write_pack(tmp_path / "broken"), "pack.yaml", "2025-06-30", "2025-06-31")
    loaded = load(folder)
    assert [str(problem) for problem in loaded.problems] == [
        'pack.yaml:5:8: error FLD006: "as_of": there is no date 2025-06-31'
    ]
    # What is broken is stood in for, and the id and title of the pack are its own.
    assert _missing(whole, loaded.pack) == set()
    assert loaded.pack.manifest.title == whole.manifest.title
    assert loaded.pack.manifest.glossary == whole.manifest.glossary
    assert [question.id for question in loaded.pack.questions] == ["open-grid", "pay-more"]


def test_a_term_of_any_lexicon_is_let_pass_where_the_lexicon_is_lost(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), "pack.yaml", "lexicon: icd203", "lexicon: [phia]")
    edit(folder, JUDGEMENTS, "likelihood: likely", "likelihood: highly likely")
    assert [problem.file for problem in load(folder).problems] == ["pack.yaml"]


def test_where_pack_yaml_cannot_be_read_nothing_else_is_told(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"pack.yaml": "x" * (MAX_BYTES + 1)})
    assert [str(problem) for problem in load(folder).problems] == [
        "pack.yaml: error FIL003: larger than 2 MiB – split it into several files"
    ]


def test_where_a_folder_is_not_read_what_it_would_declare_is_not_missed(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    experts = folder / "experts"
    experts.rename(tmp_path / "elsewhere")
    experts.symlink_to(tmp_path / "elsewhere")
    assert [str(problem) for problem in load(folder).problems] == [
        "experts: error FIL002: not a folder of the pack's own – put a folder experts in its "
        "place, with the files that belong there"
    ]
