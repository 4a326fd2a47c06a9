"""A valid pack with as many claims as asked for: `python tests/bench/big_pack.py FOLDER 10000`.

The same numbers give the same bytes, so figures can be compared between runs.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random

CLAIMS_A_SIDE = 25
SIDES = ("east", "west")
SOURCES = 40
EXPERTS = 30
QUESTIONS = 6
CRITERIA = 4
OPTIONS = 8
JUDGEMENTS = 12

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "sta", "tre", "plo")
_ENDS = ("n", "r", "s", "t", "l", "m", "nd", "rk", "st")
_STATUSES = ("confirmed",) * 7 + ("corrected", "contested", "unverified", "misprinted")
_STANCES = ("strongly-disagree", "disagree", "mixed", "agree", "strongly-agree")
_LIKELIHOODS = ("unlikely", "likely", "very likely")


class _Words:
    """Made-up words, a few of them much more frequent than the rest, as in a language."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._words = [self._word() for _ in range(3000)]
        self._weights = [1 / (rank + 2) for rank in range(3000)]

    def _word(self) -> str:
        parts = self._random.choices(_SYLLABLES, k=self._random.randint(1, 4))
        return "".join(parts) + self._random.choice(_ENDS)

    def sentence(self, least: int = 8, most: int = 22) -> str:
        """Return a sentence of so many words, now and then with a figure."""
        random = self._random
        words = random.choices(self._words, self._weights, k=random.randint(least, most))
        if random.random() < 0.4:
            words[random.randrange(1, len(words))] = f"{random.uniform(1, 99):.1f}"
        return " ".join(words).capitalize() + "."

    def name(self) -> str:
        """Return the name of a person."""
        given, family = self._random.choices(self._words, k=2)
        return f"{given} {family}".title()

    def paragraphs(self, number: int) -> str:
        """Return so many paragraphs of prose."""
        return "\n\n".join(
            " ".join(self.sentence() for _ in range(self._random.randint(2, 5)))
            for _ in range(number)
        )


def write_big_pack(folder: Path, claims: int, seed: int = 1) -> Path:
    """Write a valid pack with exactly so many claims (two at least) and return its folder."""
    random = Random(seed)
    words = _Words(random)
    files = {
        "pack.yaml": _manifest(words),
        "judgements.yaml": "".join(_judgement(n, claims, random, words) for n in range(JUDGEMENTS)),
        "briefs/one-pager.yaml": _brief(),
    }
    files |= {f"dimensions/{name}.yaml": text for name, text in _dimensions(claims, random, words)}
    files |= {f"sources/source-{n}.md": _source(n, random, words) for n in range(SOURCES)}
    files |= {f"experts/expert-{n}.md": _expert(n, random, words) for n in range(EXPERTS)}
    files |= {f"options/option-{n}.md": _option(n, random, words) for n in range(OPTIONS)}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


def _manifest(words: _Words) -> str:
    lines = [
        'format: 1\nid: big-pack\ntitle: A big pack\nversion: "1"\nas_of: 2025-06-30',
        f"bottom_line: {words.sentence()}",
        "sides:",
        *(f"  - {{id: {side}, name: {side.title()}}}" for side in SIDES),
        "questions:",
        *(
            f"  - {{id: question-{n}, text: {words.sentence()}, short: Question {n}}}"
            for n in range(QUESTIONS)
        ),
        "criteria:",
        *(
            f"  - {{id: criterion-{n}, name: Criterion {n}, scale: [low, medium, high], "
            f"better: high, asks: {words.sentence()}}}"
            for n in range(CRITERIA)
        ),
    ]
    return "\n".join(lines) + "\n"


def _dimensions(claims: int, random: Random, words: _Words) -> Iterator[tuple[str, str]]:
    """Yield names and texts of dimensions, until all claims are written."""
    first = number = 0
    while first < claims:
        last = min(first + 2 * CLAIMS_A_SIDE, claims)
        if claims - last == 1:
            last = claims
        middle = (first + last) // 2
        parts = [
            f"id: dimension-{number}\nname: {words.sentence(2, 4)}\n"
            f"question: {words.sentence()}\nso_what: {words.sentence()}\nentries:\n"
        ]
        for side, start, end in ((SIDES[0], first, middle), (SIDES[1], middle, last)):
            parts.append(f"  {side}:\n    headline: {words.sentence()}\n    claims:\n")
            parts += [_claim(n, random, words) for n in range(start, end)]
        yield f"dimension-{number}", "".join(parts)
        first, number = last, number + 1


def _claim(number: int, random: Random, words: _Words) -> str:
    status = random.choice(_STATUSES)
    lines = [
        f"- id: claim-{number}",
        f"  text: {words.sentence()}",
        f"  kind: {random.choice(('fact', 'estimate', 'forecast', 'judgement'))}",
        f"  status: {status}",
        f"  date: {random.randint(2019, 2025)}-{random.randint(1, 12):02}",
        "  cites:",
        *(_cite(random, "    ") for _ in range(random.randint(1, 2))),
    ]
    if status in {"corrected", "misprinted"}:
        lines += [
            "  correction:",
            f"    text: {words.sentence()}",
            "    cites:",
            _cite(random, "      "),
        ]
    if status == "contested":
        lines.append(f"  disputes: [claim-{max(number - 1, 0)}]")
    return "".join(f"      {line}\n" for line in lines)


def _cite(random: Random, indent: str) -> str:
    return f"{indent}- {{source: source-{random.randrange(SOURCES)}, at: {random.randint(1, 40)}}}"


def _judgement(number: int, claims: int, random: Random, words: _Words) -> str:
    pro, con = random.randrange(claims), random.randrange(claims)
    return (
        f"- id: judgement-{number}\n  text: {words.sentence()}\n"
        f"  likelihood: {random.choice(_LIKELIHOODS)}\n  confidence: moderate\n"
        f"  because: {words.sentence()}\n  for: [claim-{pro}]\n  against: [claim-{con}]\n"
        f"  changes_if:\n    - {words.sentence()}\n"
    )


def _source(number: int, random: Random, words: _Words) -> str:
    return (
        f"---\nid: source-{number}\ntype: report\ntitle: {words.sentence(3, 8)}\n"
        f"publisher: {words.name()}\nissued: {random.randint(2019, 2025)}\naccess: full\n"
        f"reliability: fairly-reliable\nwhy: {words.sentence()}\n---\n{words.paragraphs(2)}\n"
    )


def _expert(number: int, random: Random, words: _Words) -> str:
    lines = [
        f"---\nid: expert-{number}\nname: {words.name()}\nrole: {words.sentence(2, 5)}",
        "identity: confirmed\ninterests: none found\npositions:",
    ]
    for question in range(QUESTIONS):
        lines.append(
            f"  - question: question-{question}\n    stance: {random.choice(_STANCES)}\n"
            f"    basis: stated\n    confidence: high\n    date: 2025-01\n"
            f"    text: {words.sentence()}\n    cites:\n" + _cite(random, "      ")
        )
    return "\n".join(lines) + f"\n---\n{words.paragraphs(2)}\n"


def _option(number: int, random: Random, words: _Words) -> str:
    lines = [
        f"---\nid: option-{number}\nname: {words.sentence(2, 4)}\naction: {words.sentence()}",
        f"status_quo: {'true' if number == 0 else 'false'}\nratings:",
    ]
    for criterion in range(CRITERIA):
        lines.append(
            f"  criterion-{criterion}:\n    value: {random.choice(('low', 'medium', 'high'))}\n"
            f"    why: {words.sentence()}\n    basis: source\n    cites:\n"
            + _cite(random, "      ")
        )
    lines.append(
        f"support:\n  - expert: expert-{random.randrange(EXPERTS)}\n    stance: supports\n"
        f"    text: {words.sentence()}\n    cites:\n" + _cite(random, "      ")
    )
    for_and_against = f"## For\n\n{words.paragraphs(2)}\n\n## Against\n\n{words.paragraphs(2)}\n"
    return "\n".join(lines) + f"\n---\n{for_and_against}"


def _brief() -> str:
    return (
        "id: one-pager\ntitle: A big pack on one page\nblocks:\n  - bottom-line\n"
        "  - comparison: {dimensions: [dimension-0]}\n  - judgements: {items: [judgement-0]}\n"
        "  - experts: {questions: [question-0], items: [expert-0, expert-1]}\n"
        "  - options: {items: [option-0, option-1], criteria: [criterion-0]}\n"
        "  - changes\n  - sources\n"
    )


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("claims", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_big_pack(given.folder, given.claims, given.seed)


if __name__ == "__main__":
    _main()
