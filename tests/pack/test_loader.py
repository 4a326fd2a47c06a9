"""From a folder to a pack: what comes back, in which order, and what never happens."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import to_builtins

from briefing.pack.loader import load
from briefing.pack.manifest import Side
from briefing.paths import shipped
from briefing.text import one_line, visible
from tests.packs import FILES, edit, told, write_pack

LINES = sorted({line for text in FILES.values() for line in text.splitlines()})
PATHS = sorted(FILES)


def test_the_shipped_packs_load_without_problems() -> None:
    for folder in shipped("content").iterdir():
        assert told(folder) == []


def test_items_come_in_reading_order_and_the_rest_by_file_name(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path)).pack
    assert [dimension.id for dimension in pack.dimensions] == ["price", "permits"]
    assert [expert.id for expert in pack.experts] == ["mira-ostberg", "jon-hale", "gazette-desk"]
    assert [option.id for option in pack.options] == ["carry-on", "open-the-grid"]
    assert [source.id for source in pack.sources] == [
        "price-register",
        "strait-gazette",
        "tide-survey",
    ]


def test_an_item_knows_where_it_is_written(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path)).pack
    assert pack.claims["birch-price"].place == ("dimensions/price.yaml", 32, 9)
    assert pack.experts[0].place == ("experts/mira-ostberg.md", 2, 1)
    assert pack.experts[0].positions[1].place == ("experts/mira-ostberg.md", 19, 5)


def test_markdown_bodies_belong_to_their_items(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path)).pack
    assert (
        pack.experts[0].profile == "Builds turbines and teaches how to.\n\n- wrote *Tides for All*"
    )
    assert pack.sources[0].worth == "Only Tables 1 to 3 were read."
    assert pack.options[0].case_for == "It costs nothing new."
    assert pack.options[0].case_against == "Builders go on waiting."


def test_what_may_be_left_out_has_a_plain_default(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), "pack.yaml", ", short: AL", "")
    edit(folder, "pack.yaml", 'version: "1.0"\n', "")
    pack = load(folder).pack
    assert pack.sides[0] == Side(place=pack.sides[0].place, id="alder", name="Alderland", short="")
    assert pack.manifest.version == ""
    assert pack.experts[2].positions == ()
    assert pack.sources[0].url is None


def test_the_digest_tells_any_change_of_content_or_name(tmp_path: Path) -> None:
    one = load(write_pack(tmp_path / "one")).pack.digest
    again = load(write_pack(tmp_path / "again")).pack.digest
    edited = load(edit(write_pack(tmp_path / "a"), "pack.yaml", "in tidal", "and tidal")).pack
    renamed = write_pack(tmp_path / "b")
    (renamed / "sources/tide-survey.md").rename(renamed / "sources/tide.md")
    assert one == again
    assert len({one, edited.digest, load(renamed).pack.digest}) == 3
    assert len(one) == 64


def test_problems_are_sorted_by_place_each_told_once(tmp_path: Path) -> None:
    claims = "".join(f"      - id: c-{n}\n        kind: x\n" for n in range(200))
    text = f"id: x\nentries:\n  alder:\n    headline: x\n    claims:\n{claims}"
    problems = load(write_pack(tmp_path, {"dimensions/x.yaml": text})).problems
    assert len(problems) > 200
    assert list(problems) == sorted(set(problems))


@pytest.mark.parametrize("path", PATHS)
def test_a_pack_lacking_any_file_but_its_own_still_opens(path: str, tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {path: None, "pack.yaml": FILES["pack.yaml"]})
    assert load(folder).pack.manifest.id == "tidal-power"


@st.composite
def _damage(draw: st.DrawFn) -> dict[str, str | bytes | None]:
    """Draw a few files of the pack with bytes or lines taken out, put in or moved."""
    changes: dict[str, str | bytes | None] = {}
    for path in draw(st.lists(st.sampled_from(PATHS), min_size=1, max_size=3, unique=True)):
        data = FILES[path].encode()
        for _ in range(draw(st.integers(1, 4))):
            start = draw(st.integers(0, len(data)))
            end = start + draw(st.integers(0, 12))
            put = draw(
                st.binary(max_size=6)
                | st.sampled_from(LINES).map(lambda line: f"\n{line}\n".encode())
                | st.text(max_size=4).map(lambda text: text.encode(errors="replace"))
                | st.sampled_from(
                    [b": ", b"- ", b"{", b"]", b'"', b"&a", b"*a", b"\t", b"#", b"\\x1b"]
                )
            )
            data = data[:start] + put + data[end:]
        changes[path] = data
    return changes


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in plain data, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for pair in value.items():
            yield from _texts(pair)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _texts(child)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(changes=_damage())
def test_no_damage_to_files_raises_or_tells_a_problem_that_cannot_be_shown(
    changes: dict[str, str | bytes | None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = write_pack(tmp_path_factory.mktemp("pack"), changes)
    loaded = load(folder)
    for problem in loaded.problems:
        assert problem.file
        assert problem.rule
        assert problem.message
        assert one_line(str(problem)) == str(problem)
        assert problem.line >= 0
        assert problem.column >= 0
    for text in _texts(to_builtins(loaded.pack)):
        assert visible(text) == text


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(changes=_damage())
def test_what_is_left_of_a_damaged_pack_refers_only_to_what_is_left(
    changes: dict[str, str | bytes | None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    pack = load(write_pack(tmp_path_factory.mktemp("pack"), changes)).pack
    sources = {source.id for source in pack.sources}
    claims = set(pack.claims)
    experts = {expert.id for expert in pack.experts}
    assert set(pack.uses) <= sources
    for claim in pack.claims.values():
        assert claims.issuperset(claim.disputes)
        assert (claim.status == "contested") <= bool(claim.disputes)
    for ref, item in pack.items.items():
        assert ref.id == item.id
    for judgement in pack.judgements:
        assert claims.issuperset(judgement.evidence_for + judgement.evidence_against)
    for option in pack.options:
        assert experts.issuperset(line.expert for line in option.support)
