"""Safe YAML: what a file may not hold, told with its place, and at no more cost than its size."""

from pathlib import Path

import pytest

from briefing.pack.loader import load
from tests.packs import edit, told, write_pack

REFUSED = {
    "an alias": ("id: x\ntitle: *a\n", "2:8: error YML002: alias *a refused – write the value out"),
    "an anchor": ("id: &a x\n", "1:5: error YML002: anchor &a refused – take it out"),
    "an anchor on a list": (
        "id: x\nblocks: &b []\n",
        "2:9: error YML002: anchor &b refused – take it out",
    ),
    "a tag": (
        'id: !!python/object/apply:os.system ["true"]\n',
        "1:5: error YML003: a tag is refused – put text that begins with ! in quotes",
    ),
    "a tag of one's own": (
        "id: !x y\n",
        "1:5: error YML003: a tag is refused – put text that begins with ! in quotes",
    ),
    "deep nesting": ("[\n" * 40, "33:1: error YML004: nested more than 32 levels deep"),
    "a flow of brackets": ("[" * 60, "1:33: error YML004: nested more than 32 levels deep"),
    "a flow of braces": ("{a: " * 60_000, "1:129: error YML004: nested more than 32 levels deep"),
    "a flow of dashes": ("- " * 60_000, "1:65: error YML004: nested more than 32 levels deep"),
    "a duplicate key": (
        "id: x\ntitle: y\nid: z\n",
        '3:1: error YML005: duplicate key "id" – keep one of the two',
    ),
    "a duplicate key that holds control characters": (
        '"a\\nb\\e": 1\n"a\\nb\\e": 2\n',
        '2:1: error YML005: duplicate key "a b␛" – keep one of the two',
    ),
    "a key that is a list": ("? [a]\n: b\n", "1:3: error YML006: a key must be plain text"),
    "a key that is empty": ("? \n: b\n", "1:2: error YML006: a key is empty"),
    "a second document": (
        "id: x\n---\nid: y\n",
        "2:1: error YML006: a second document – keep one document in each file",
    ),
    "a tab for indentation": (
        "blocks:\n\t- changes\n",
        "2:1: error YML001: not valid YAML: found character that cannot start any token"
        " – indent with spaces, and put text that begins with a special character in quotes",
    ),
    "a colon in plain text": (
        "title: One: two\n",
        "1:11: error YML001: not valid YAML: mapping values are not allowed in this context"
        " – put text that holds a colon in quotation marks",
    ),
    "quotation marks that stay open": (
        'title: "One\n',
        "2:1: error YML001: not valid YAML: found unexpected end of stream"
        " – check the indentation, and quotation marks that are not closed",
    ),
    "an escaped surrogate": (
        'title: "\\ud800"\n',
        "1:11: error YML001: not valid YAML: found invalid Unicode character escape code"
        " – check the indentation, and quotation marks that are not closed",
    ),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_yaml_that_a_pack_may_not_hold_is_refused(text: str, expected: str, tmp_path: Path) -> None:
    assert told(write_pack(tmp_path, {"briefs/x.yaml": text})) == [f"briefs/x.yaml:{expected}"]


def test_a_flow_of_brackets_without_end_is_refused_where_it_is_too_deep_for_reading(
    tmp_path: Path,
) -> None:
    # libyaml gives up by itself from 0.2.6 on, further along the line.
    (problem,) = told(write_pack(tmp_path, {"briefs/x.yaml": "[" * 60_000}))
    place, message = problem.split(": ", 1)
    assert message == "error YML004: nested more than 32 levels deep"
    assert place in {"briefs/x.yaml:1:33", "briefs/x.yaml:1:1001"}


def test_a_merge_key_merges_nothing(tmp_path: Path) -> None:
    folder = edit(
        write_pack(tmp_path),
        "dimensions/permits.yaml",
        "  birch:\n    not_comparable: Birchmark does not publish its permits.",
        "  birch:\n    <<: {not_comparable: Birchmark does not publish its permits.}",
    )
    assert told(folder) == [
        'dimensions/permits.yaml:20:5: error CMP001: an entry needs "claims" – or say in '
        '"not_comparable" why this side has nothing to set beside',
        'dimensions/permits.yaml:20:5: error CMP001: an entry needs "headline" – or say in '
        '"not_comparable" why this side has nothing to set beside',
        'dimensions/permits.yaml:20:5: error FLD001: unknown key "<<" in an entry – it may hold '
        "headline, claims, not_comparable",
    ]


@pytest.mark.parametrize(("text", "line"), [("id: &a x\n", 2), ("a: 1\na: 2\n", 3), ("a: {b\n", 3)])
def test_lines_of_front_matter_count_from_the_top_of_the_file(
    text: str, line: int, tmp_path: Path
) -> None:
    [problem] = load(write_pack(tmp_path, {"sources/x.md": f"---\n{text}---\n"})).problems
    assert problem.line == line


@pytest.mark.parametrize(
    "text",
    ["", "\n\nid: x\n", "id: x\n---\n", "--- id: x ---\n", " ---\nid: x\n---\n", "---\nid: x"],
)
def test_markdown_needs_front_matter(text: str, tmp_path: Path) -> None:
    assert told(write_pack(tmp_path, {"sources/x.md": text})) == [
        "sources/x.md:1:1: error YML006: no front matter – begin and end it with a line of ---"
    ]


def test_a_rule_in_the_body_does_not_end_the_front_matter(tmp_path: Path) -> None:
    body = "One.\n\n---\n\nTwo.\n"
    folder = edit(
        write_pack(tmp_path), "sources/price-register.md", "Only Tables 1 to 3 were read.\n", body
    )
    source = load(folder).pack.source("price-register")
    assert source is not None
    assert source.worth == body.strip()


def test_tabs_in_a_body_become_the_spaces_they_stand_for(tmp_path: Path) -> None:
    folder = edit(
        write_pack(tmp_path), "experts/mira-ostberg.md", "- wrote", "-\twrote\n\t- and\tsold"
    )
    expert = load(folder).pack.expert("mira-ostberg")
    assert expert is not None
    assert expert.profile.splitlines()[2:4] == ["-   wrote", "    - and   sold *Tides for All*"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("pack.yaml", "a pack must be a mapping, but is empty"),
        ("judgements.yaml", '"judgements.yaml" must be a list, but is empty'),
        ("briefs/x.yaml", "a brief must be a mapping, but is empty"),
    ],
)
def test_an_empty_file_is_told(path: str, expected: str, tmp_path: Path) -> None:
    place = f"{path}:1:1: error FLD003: {expected}"
    assert place in told(write_pack(tmp_path, {path: ""}))


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_read_the_same(end: str, tmp_path: Path) -> None:
    mine = write_pack(tmp_path / "mine")
    theirs = write_pack(tmp_path / "theirs")
    for file in theirs.rglob("*.*"):
        file.write_bytes(file.read_bytes().replace(b"\n", end.encode()))
    assert load(theirs).problems == ()
    assert load(theirs).pack.items == load(mine).pack.items


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    for file in folder.rglob("*.*"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load(folder).problems == ()
