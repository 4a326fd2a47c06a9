"""Search: what is found for what was typed, in which order, and that nothing typed can hurt."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.pack.cache import cache_file
from briefing.pack.loader import load
from briefing.paths import cache_dir
from briefing.search import Index
from tests.bench.big_pack import write_big_pack
from tests.packs import edit, write_pack

PRICE = "dimensions/price.yaml"


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    index = Index(write_pack(tmp_path))
    yield index
    index.close()


def found(index: Index, query: str) -> list[str]:
    return [str(hit.ref) for hit in index.search(query)]


def found_with(folder: Path, old: str, new: str, query: str) -> list[str]:
    """Return what is found in the pack after a change to its first dimension."""
    index = Index(edit(write_pack(folder), PRICE, old, new))
    names = found(index, query)
    index.close()
    return names


WORDS_OF_ITEMS = {
    "a judgement's text": ("gap narrows", "judgement:gap-narrows"),
    "a judgement's basis": ("agree on the trend", "judgement:gap-narrows"),
    "a judgement's indicators": ("third strait opens", "judgement:gap-narrows"),
    "a dimension's name": ("price of power", "dimension:price"),
    "a dimension's question": ("how long does a builder", "dimension:permits"),
    "a dimension's so-what": ("no reason to stop", "dimension:price"),
    "a headline": ("sums in the open", "dimension:price"),
    "a reason for no entry": ("publish its permits", "dimension:permits"),
    "a claim's text": ("42 turbines", "claim:alder-turbines"),
    "a correction": ("register gives 56", "claim:alder-price"),
    "a term that must stand": ("65 crowns", "claim:alder-price"),
    "a question's text": ("pay more", "question:pay-more"),
    "an expert's name": ("ostberg", "expert:mira-ostberg"),
    "a name as misprinted": ("osterberg", "expert:mira-ostberg"),
    "an expert's role": ("minister coast", "expert:jon-hale"),
    "an expert's interests": ("owns shares", "expert:mira-ostberg"),
    "a position": ("wants one builder", "expert:jon-hale"),
    "a profile": ("tides for all", "expert:mira-ostberg"),
    "an option's action": ("every builder connect", "option:open-the-grid"),
    "a case for": ("costs nothing new", "option:carry-on"),
    "a case against": ("grid is not ready", "option:open-the-grid"),
    "a rating": ("grid has to grow", "option:open-the-grid"),
    "support": ("calls for it", "option:open-the-grid"),
    "a source's title": ("a survey", "source:tide-survey"),
    "a source's author": ("lind", "source:tide-survey"),
    "a source's worth": ("best count of turbines", "source:tide-survey"),
    "a defect": ("spelt as heard", "source:tide-survey"),
    "a brief's title": ("part of that is subsidy", "brief:one-pager"),
    "a gap": ("is not known", "brief:one-pager"),
}


@pytest.mark.parametrize(("query", "name"), WORDS_OF_ITEMS.values(), ids=WORDS_OF_ITEMS.keys())
def test_everything_an_item_says_is_found(query: str, name: str, index: Index) -> None:
    assert name in found(index, query)


def test_all_words_must_be_there_in_any_order(index: Index) -> None:
    assert found(index, "turbines alderland T-200") == ["claim:alder-turbines"]
    assert found(index, "turbines subsidy") == []


def test_the_last_word_may_be_unfinished_and_the_others_not(index: Index) -> None:
    assert "expert:mira-ostberg" in found(index, "mira ostb")
    assert found(index, "mir ostberg") == []


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("at 7.9 crowns", "7.9"),
        ("of A100 chips", "A100"),
        ("split 60/30/10", "60/30/10"),
        ("for $0.55 each", "$0.55"),
        ("a gain of 3–6 points", "3–6"),
        ("of 1,000 MWh", "1,000"),
        ("naïve café crème", "cafe creme"),
        ("cafe creme", "café crème"),
        ("ＡＢＣ１２", "abc12"),
        ("by 人工智能产业", "智能"),
        ("by 人工智能产业", "产"),
        ("by 人工智能产业", "人工 产业"),
        ("DeepSeek人工", "deepseek"),
        ("どのモデルか", "モデル"),
        ("открытые модели", "МОДЕЛ"),
    ],
)
def test_figures_and_words_are_found_as_typed(written: str, query: str, tmp_path: Path) -> None:
    assert found_with(tmp_path, "sells at 65 crowns", f"sells {written}", query) == [
        "claim:alder-price"
    ]


def test_a_figure_is_not_found_in_another(tmp_path: Path) -> None:
    assert found_with(tmp_path, "sells at 65 crowns", "sells at 15.6 crowns", "5.6") == [
        "claim:birch-subsidy"
    ]


def test_parts_of_words_without_spaces_must_follow_one_another(tmp_path: Path) -> None:
    assert found_with(tmp_path, "sells at 65 crowns", "人工智能", "人智") == []


def test_an_item_of_that_very_id_comes_first(index: Index) -> None:
    assert found(index, "price-register")[0] == "source:price-register"
    assert found(index, "Tide-Survey")[0] == "source:tide-survey"
    assert found(index, "dimension:price")[0] == "dimension:price"
    assert len(found(index, "tide-survey")) > 1


def test_titles_come_before_text(index: Index) -> None:
    assert found(index, "grid")[0] in {"option:open-the-grid", "question:open-grid"}
    assert found(index, "gazette")[0] == "expert:gazette-desk"


def test_no_more_is_found_than_asked_for(index: Index) -> None:
    assert len(index.search("a", limit=3)) == 3


def test_a_hit_tells_its_title_and_where_it_belongs(index: Index) -> None:
    [hit] = index.search("42 turbines")
    assert hit.title == "Alderland runs 42 turbines of the type T-200."
    assert hit.context == "Price · AL"


def test_an_excerpt_shows_the_words_and_where_they_stand(index: Index) -> None:
    [hit] = index.search("minister one bui")
    assert hit.excerpt == (
        "Minister for the coast · He wants one builder for each strait. · none found · "
        "Has held the office since 2019."
    )
    assert [hit.excerpt[start:end] for start, end in hit.spans] == ["Minister", "one", "bui"]


def test_a_long_text_is_cut_round_the_first_word(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    long = "word " * 100
    edit(folder, "experts/jon-hale.md", "Has held", f"{long}\nHas held the Åland seal {long}")
    index = Index(folder)
    [hit] = index.search("aland")
    index.close()
    assert hit.excerpt.startswith("… word word")
    assert hit.excerpt.endswith("word …")
    assert len(hit.excerpt) < 150
    assert [hit.excerpt[start:end] for start, end in hit.spans] == ["Åland"]


def test_an_excerpt_is_empty_where_only_the_title_says_it(index: Index) -> None:
    [hit] = index.search("runs 42")
    assert (hit.excerpt, hit.spans) == ("", ())


def test_an_excerpt_shows_the_name_where_only_that_is_found(index: Index) -> None:
    [hit] = index.search("osterberg")
    assert hit.excerpt == "mira-ostberg · Myra Osterberg · Ostberg"
    assert hit.spans == ((20, 29),)


@pytest.mark.parametrize(
    "query", ["", " ", "-", '"', "*", "()", "…", "\0", "::", "\ud800", "\u202e"]
)
def test_what_holds_no_word_finds_nothing(query: str, index: Index) -> None:
    assert index.search(query) == []


@pytest.mark.parametrize(
    "query",
    [
        'turbines "',
        'tur"bines',
        "turbines*",
        "*turbines",
        "turbines AND",
        "NOT turbines",
        "NEAR(turbines 42)",
        "title:turbines",
        "title : turbines",
        "-turbines",
        "^turbines",
        "(turbines",
        "turbines)",
        "{turbines}",
        "turbines + 42",
        "turbines\0",
        "turbines;drop table item",
        "turbines'--",
        "turbines \ud800",
    ],
)  # fmt: skip
def test_no_sign_in_a_query_means_anything(query: str, index: Index) -> None:
    index.search(query)
    assert found(index, "turbines")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text() | st.text(alphabet="\"*-+:()^{} ANDORTNEAR'\\;a1é人\0\u0301_", max_size=40))
def test_no_query_raises(query: str, index: Index) -> None:
    for hit in index.search(query):
        assert all(0 <= start < end <= len(hit.excerpt) for start, end in hit.spans)


def test_frequent_words_are_found_too_titles_first(tmp_path: Path) -> None:
    folder = write_big_pack(tmp_path, 5000)
    edit(folder, "experts/expert-7.md", "interests: none found", "interests: claims")
    index = Index(folder)
    hits = index.search("c", limit=200)
    assert len({hit.ref for hit in hits}) == len(hits) == 200
    assert any(word.startswith("c") for word in hits[0].title.lower().split())
    assert "expert:expert-7" in [str(hit.ref) for hit in index.search("claims expert-7")]
    index.close()


# --- the kept index -------------------------------------------------------------------------


def test_a_change_in_the_pack_is_found_at_once(tmp_path: Path) -> None:
    assert found_with(tmp_path, "runs 42", "runs 43", "runs 43") == ["claim:alder-turbines"]
    assert found_with(tmp_path, "runs 42", "runs 44", "runs 43") == []
    assert found_with(tmp_path, "runs 42", "runs 44", "runs 44") == ["claim:alder-turbines"]


def test_the_index_is_kept_and_used_again(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    Index(folder).close()
    kept = cache_file(folder, "search")
    made = kept.stat().st_mtime_ns, kept.stat().st_ino
    index = Index(folder, load(folder).pack)
    assert found(index, "T-200")
    index.close()
    assert (kept.stat().st_mtime_ns, kept.stat().st_ino) == made
    assert [path.suffix for path in cache_dir().iterdir()].count(".search") == 1


def test_an_index_in_use_outlives_its_replacement(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    before = Index(folder)
    edit(folder, PRICE, "runs 42", "runs 43")
    after = Index(folder)
    assert found(before, "runs 42") == found(after, "runs 43") == ["claim:alder-turbines"]
    before.close()
    after.close()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_kept_file_that_is_no_index_is_made_anew(content: bytes, tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    kept = cache_file(folder, "search")
    kept.parent.mkdir(parents=True)
    kept.write_bytes(content)
    index = Index(folder)
    assert found(index, "T-200") == ["claim:alder-turbines"]
    index.close()


@pytest.mark.parametrize("page", range(1, 16))
def test_a_damaged_page_of_a_kept_index_is_no_error(page: int, tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    Index(folder).close()
    kept = cache_file(folder, "search")
    data = bytearray(kept.read_bytes())
    data[page * 4096 : page * 4096 + 4096] = b"\xa5" * len(data[page * 4096 : page * 4096 + 4096])
    kept.write_bytes(data)
    index = Index(folder)
    assert found(index, "T-200") == ["claim:alder-turbines"]
    index.close()


def test_an_index_of_another_program_is_made_anew(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    Index(folder).close()
    database = sqlite3.connect(cache_file(folder, "search"))
    database.execute("update made set program = 'older'")
    database.execute("delete from item")
    database.commit()
    database.close()
    index = Index(folder)
    assert found(index, "T-200") == ["claim:alder-turbines"]
    index.close()


def test_without_a_cache_folder_the_index_is_made_in_memory(tmp_path: Path) -> None:
    cache_dir().parent.mkdir(parents=True, exist_ok=True)
    cache_dir().write_text("in the way")
    index = Index(write_pack(tmp_path))
    assert found(index, "T-200") == ["claim:alder-turbines"]
    index.close()
