"""Search: what is found for what was typed, in which order, and that nothing typed can hurt."""

import sqlite3
from pathlib import Path

import pytest

from briefing.kept import kept_file
from briefing.pack.loader import load
from briefing.paths import cache_dir
from briefing.search import MANY, Index
from tests.bench.big_pack import write_big_pack
from tests.packs import edit, write_pack
from tests.search.looking import PRICE, found, found_with

WORDS_OF_ITEMS = {
    "a judgement's text": ("gap narrows", "judgement:gap-narrows"),
    "a judgement's basis": ("agree on the trend", "judgement:gap-narrows"),
    "a judgement's likelihood": ("55–80%", "judgement:gap-narrows"),
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
    "a term": ("MWh", "term:MWh"),
    "a term's meaning": ("thousand ovens", "term:MWh"),
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


def test_an_item_of_that_very_id_comes_first(index: Index) -> None:
    assert found(index, "price-register")[0] == "source:price-register"
    assert found(index, "Tide-Survey")[0] == "source:tide-survey"
    assert found(index, "dimension:price")[0] == "dimension:price"


def test_titles_come_before_text(index: Index) -> None:
    assert found(index, "grid")[0] in {"option:open-the-grid", "question:open-grid"}
    assert found(index, "gazette")[0] == "expert:gazette-desk"


def test_what_goes_by_that_very_name_comes_before_what_merely_mentions_it(
    tmp_path: Path,
) -> None:
    folder = write_pack(tmp_path)
    mentions = "Carry on, carry on: to carry on is to carry on.\n"
    edit(folder, "experts/jon-hale.md", "Has held the office since 2019.\n", mentions)
    edit(folder, PRICE, "text: Alderland runs 42 turbines", "text: To carry on, carry on")
    index = Index(folder)
    assert found(index, "carry on")[0] == "option:carry-on"
    assert found(index, "CARRY–ON")[0] == "option:carry-on"
    assert found(index, "Åsa Lind")[0] == "source:tide-survey"
    assert found(index, "myra osterberg")[0] == "expert:mira-ostberg"
    assert found(index, "mwh")[0] == "term:MWh"
    index.close()


def test_kinds_come_one_after_another_the_best_first(index: Index) -> None:
    groups = index.search("grid").groups
    assert [group.kind for group in groups] == ["option", "question", "expert"]
    assert [group.total for group in groups] == [len(group.hits) for group in groups]


def test_no_more_of_a_kind_is_found_than_asked_for(index: Index) -> None:
    assert {len(group.hits) for group in index.search("a", limit=1).groups} == {1}


def test_a_hit_tells_its_title_and_where_it_belongs(index: Index) -> None:
    [hit] = index.search("42 turbines").hits
    assert hit.title == "Alderland runs 42 turbines of the type T-200."
    assert hit.context == "Price · AL"


def test_an_excerpt_shows_the_words_and_where_they_stand(index: Index) -> None:
    [hit] = index.search("minister one bui").hits
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
    [hit] = index.search("aland").hits
    index.close()
    assert hit.excerpt.startswith("… word word")
    assert hit.excerpt.endswith("word …")
    assert len(hit.excerpt) < 150
    assert [hit.excerpt[start:end] for start, end in hit.spans] == ["Åland"]


def test_a_hit_tells_where_the_words_stand_in_its_title(index: Index) -> None:
    [hit] = index.search('42 "tur').hits
    assert [hit.title[start:end] for start, end in hit.title_spans] == ["42", "tur"]


def test_a_term_always_shows_what_it_means(index: Index) -> None:
    [hit] = index.search("mwh").hits
    assert hit.excerpt == "megawatt-hour, what a thousand ovens use in an hour"


def test_an_excerpt_is_empty_where_only_the_title_says_it(index: Index) -> None:
    [hit] = index.search("runs 42").hits
    assert (hit.excerpt, hit.spans) == ("", ())


def test_an_excerpt_shows_the_name_where_only_that_is_found(index: Index) -> None:
    [hit] = index.search("osterberg").hits
    assert hit.excerpt == "mira-ostberg · Myra Osterberg · Ostberg"
    assert hit.spans == ((20, 29),)


def test_frequent_words_are_found_too_titles_first(tmp_path: Path) -> None:
    folder = write_big_pack(tmp_path, 5000)
    edit(folder, "experts/expert-7.md", "interests: none found", "interests: claims")
    index = Index(folder)
    groups = {group.kind: group for group in index.search("c", limit=200).groups}
    claims = groups["claim"]
    assert claims.total == MANY
    assert len({hit.ref for hit in claims.hits}) == len(claims.hits) == 200
    assert any(word.startswith("c") for word in claims.hits[0].title.lower().split())
    assert "expert:expert-7" in found(index, "claims expert-7")
    all_claims = index.search("c", limit=None).groups
    assert next(group.total for group in all_claims if group.kind == "claim") > MANY
    index.close()


# --- the kept index -------------------------------------------------------------------------


def test_a_change_in_the_pack_is_found_at_once(tmp_path: Path) -> None:
    assert found_with(tmp_path, "runs 42", "runs 43", "runs 43") == ["claim:alder-turbines"]
    assert found_with(tmp_path, "runs 42", "runs 44", "runs 43") == []
    assert found_with(tmp_path, "runs 42", "runs 44", "runs 44") == ["claim:alder-turbines"]


def test_the_index_is_kept_and_used_again(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    Index(folder).close()
    kept = kept_file(folder, "search")
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
    kept = kept_file(folder, "search")
    kept.parent.mkdir(parents=True)
    kept.write_bytes(content)
    index = Index(folder)
    assert found(index, "T-200") == ["claim:alder-turbines"]
    index.close()


@pytest.mark.parametrize("page", range(1, 16))
def test_a_damaged_page_of_a_kept_index_is_no_error(page: int, tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    Index(folder).close()
    kept = kept_file(folder, "search")
    data = bytearray(kept.read_bytes())
    data[page * 4096 : page * 4096 + 4096] = b"\xa5" * len(data[page * 4096 : page * 4096 + 4096])
    kept.write_bytes(data)
    index = Index(folder)
    assert found(index, "T-200") == ["claim:alder-turbines"]
    index.close()


def test_an_index_of_another_program_is_made_anew(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    Index(folder).close()
    database = sqlite3.connect(kept_file(folder, "search"))
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
