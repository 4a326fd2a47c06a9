"""`briefing verify`: citations held against texts, as text, as JSON and as a report to sign."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.packs import edit, write_pack, write_texts


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "texts")


def test_the_summary_comes_first(command: Command, pack: Path, texts: Path) -> None:
    code, out, err = command("verify", "--texts", texts, "-p", pack)
    assert (code, err) == (0, "")
    assert out.splitlines()[3:12] == [
        "Alderland and Birchmark in tidal power · version 1.0 · evidence as of 30",
        "June 2025",
        "",
        "Result",
        "------",
        "",
        "16 citations: 9 verified, 0 failed, 7 of sources that are not at hand.",
        "",
        "Citations: 16, of which 9 verified, 0 failed, 7 without a source at hand",
    ]
    assert "7 of these name no term" in " ".join(out.split())


def test_a_failure_is_shown_with_its_claim_and_paragraph(
    command: Command, pack: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(pack, "dimensions/price.yaml", '["65 crowns"]', '["66 crowns"]')
    monkeypatch.chdir(pack.parent)
    code, out, err = command("verify", "--texts", "texts", "-p", "tides")
    assert (code, err) == (1, "")
    start = out.index("What is wrong")
    assert out[start : out.index("Texts\n")].splitlines() == [
        "What is wrong",
        "-------------",
        "",
        '- tides/dimensions/price.yaml:16:13: error VER003: "66 crowns" does not',
        '  stand in "tide-survey", ¶ 3 – name words that stand there, or the',
        "  paragraph in which they do",
        "  Claim: Alderland's tidal power sells at 65 crowns a megawatt-hour.",
        "    (claim:alder-price)",
        "  ¶ 3: Their power sells at 65 crowns a megawatt-hour.",
        "",
    ]


@pytest.mark.parametrize("flags", [(), ("-f", "md")])
def test_what_is_broken_in_the_pack_is_told_in_the_report(
    command: Command, pack: Path, texts: Path, flags: tuple[str, ...]
) -> None:
    edit(pack, "dimensions/price.yaml", "kind: estimate", "kind: guess")
    code, out, _ = command("verify", "--texts", texts, "-p", pack, *flags)
    assert code == 1
    told = "1 error in the pack: what is broken was not held against texts."
    assert told in " ".join(out.split())
    assert " 0 failed" in out
    made = json.loads(command("verify", "--texts", texts, "-p", pack, "--json").out)
    assert (made["errors"], made["failed"]) == (1, 0)


def test_a_text_that_was_edited_is_told(command: Command, pack: Path, texts: Path) -> None:
    text = texts / "tide-survey.txt"
    text.write_bytes(text.read_bytes() + b"\n")
    code, out, _ = command("verify", "--texts", texts, "-p", pack)
    said = " ".join(out.split())
    assert code == 1
    assert "error VER001: tide-survey.txt is not the text that was cited" in said
    assert "not the text that was cited; 9 of its citations would hold." in said
    assert "SHA-256 on record:" in said


def test_hostile_paragraphs_are_shown_safely_and_cut(
    command: Command, pack: Path, texts: Path
) -> None:
    line = "x\x1b[2J\u202e" + "word " * 1000
    (texts / "tide-survey.txt").write_text("one\ntwo\n" + line)
    _, out, _ = command("verify", "--texts", texts, "-p", pack)
    assert "x␛[2J<U+202E>word word" in out
    assert not {"\x1b", "\u202e"} & set(out)
    assert len(out) < 20_000


def test_json_holds_the_same_for_programs(command: Command, pack: Path, texts: Path) -> None:
    edit(pack, "dimensions/price.yaml", '["65 crowns"]', '["66 crowns"]')
    code, out, err = command("verify", "--texts", texts, "-p", pack, "--json")
    assert (code, err) == (1, "")
    data = json.loads(out)
    counts = [data[name] for name in ("citations", "verified", "failed", "not_at_hand")]
    assert counts == [16, 8, 1, 7]
    assert data["texts"][0]["state"] == "as-recorded"
    line = next(line for line in data["lines"] if line["item"] == "claim:alder-price")
    assert (line["part"], line["outcome"]) == ("claim", "failed")
    [citation] = line["citations"]
    assert citation["paragraphs"] == {"3": "Their power sells at 65 crowns a megawatt-hour."}
    assert citation["problems"][0]["rule"] == "VER003"


def test_a_report_to_sign_is_made_in_the_format_of_its_name(
    command: Command, pack: Path, texts: Path, tmp_path: Path
) -> None:
    file = tmp_path / "report.md"
    shown = command("verify", "--texts", texts, "-p", pack, "-o", file)
    assert shown == (0, "", f"briefing: wrote {file}\n")
    report = file.read_text()
    assert "| Citations | 16 | 9 | 0 | 7 |" in report
    assert "**SHA-256:** " in report
    assert "- Register of prices (price-register), 4 citations\n" in report
    assert "## Signed" in report
    assert "tidal-power 1.0 · content " in report
    word = tmp_path / "report.docx"
    assert command("verify", "--texts", texts, "-p", pack, "-o", word).code == 0
    assert "word/document.xml" in zipfile.ZipFile(word).namelist()


def test_the_report_is_the_same_every_time(command: Command, pack: Path, texts: Path) -> None:
    words = ("verify", "--texts", texts, "-p", pack, "-f", "html")
    assert command(*words) == command(*words)


def test_a_report_that_exists_is_kept(
    command: Command, pack: Path, texts: Path, tmp_path: Path
) -> None:
    file = tmp_path / "report.txt"
    file.write_text("signed")
    code, _, err = command("verify", "--texts", texts, "-p", pack, "-o", file)
    assert (code, err) == (
        4,
        f"briefing: {file}: exists already; use --force to replace it\n",
    )
    assert file.read_text() == "signed"
    assert command("verify", "--texts", texts, "-p", pack, "-o", file, "--force").code == 0


def test_a_folder_without_any_of_the_texts_verifies_nothing(
    command: Command, pack: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert command("verify", "--texts", empty, "-p", pack) == (
        4,
        "",
        f"briefing: {empty} holds none of the texts that the pack records, such as "
        "tide-survey.txt\n",
    )


def test_a_pack_without_texts_on_record_is_fine(
    command: Command, tmp_path: Path, texts: Path
) -> None:
    folder = write_pack(tmp_path / "untold")
    survey = (folder / "sources/tide-survey.md").read_text()
    start, end = survey.index("text_file:"), survey.rindex("---")
    edit(folder, "sources/tide-survey.md", survey[start:end], "")
    code, out, _ = command("verify", "--texts", texts, "-p", folder)
    assert code == 0
    assert "16 citations: 0 verified, 0 failed, 16 of sources that are not at hand." in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "the following arguments are required: --texts (see `briefing verify --help`)"),
        (
            ("--texts", ".", "-f", "odt"),
            'there is no format "odt" – it may be txt, md, html, pdf, docx',
        ),
        (
            ("--texts", ".", "-o", "report"),
            'the name "report" does not tell the format; add -f with one of txt, md, html, pdf, '
            "docx",
        ),
        (
            ("--texts", ".", "--json", "-o", "x.md"),
            "--json is printed; leave out -o, and send it to a file",
        ),
    ],
)
def test_wrong_usage_is_told(command: Command, words: tuple[str, ...], message: str) -> None:
    assert command("verify", *words) == (2, "", f"briefing: {message}\n")


def test_a_folder_that_does_not_exist_is_told(command: Command, pack: Path, tmp_path: Path) -> None:
    message = f"briefing: {tmp_path}/none: No such file or directory\n"
    assert command("verify", "--texts", tmp_path / "none", "-p", pack) == (4, "", message)
