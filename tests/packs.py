"""A small valid pack for tests: two made-up countries, every field of the format used once.

Tests write it with `write_pack` and break or change what they are about; `edit` says so if
a later change to the pack has taken away the words that a test wanted to replace.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from briefing.pack.loader import load

SURVEY_TEXT = """\
Tidal power in Alderland: a survey

Alderland runs 42 turbines of the type T-200 in three straits.
\u00a0
Their power sells at 65 crowns a megawatt-hour.

Birchmark offers the same at 38 crowns.
A permit takes 50 years.

Money is split 60/30/10 between building, grid and research.
"Open the grid to every builder," says Myra Osterberg, an engineer.
"""
"""The text of the source `tide-survey`: seven paragraphs, with what is misprinted in it."""

TEXTS: dict[str, str] = {"tide-survey.txt": SURVEY_TEXT}
"""The texts of sources by file name, as `briefing verify --texts` wants them in a folder."""

PACK = """\
format: 1
id: tidal-power
title: Alderland and Birchmark in tidal power
version: "1.0"
as_of: 2025-06-30
bottom_line: >-
  Birchmark sells tidal power for less, **but** part of the gap is subsidy. See the
  [register](https://example.org/register).
sides:
  - {id: alder, name: Alderland, short: AL}
  - {id: birch, name: Birchmark, short: BM}
questions:
  - {id: open-grid, text: "The grid should be open to every builder.", short: Open grid}
  - {id: pay-more, text: "Users should pay more for tidal power.", short: Pay more}
criteria:
  - {id: effect, name: Effect, scale: [low, medium, high], better: high, asks: "Does it work?"}
  - {id: price, name: Price, scale: [low, high], better: low, asks: "What does it cost?"}
lexicon: icd203
glossary: {MWh: "megawatt-hour, what a thousand ovens use in an hour"}
order:
  dimensions: [price, permits]
  options: [carry-on, open-the-grid]
  experts: [mira-ostberg, jon-hale]
"""

PRICE = """\
id: price
name: Price of power
short: Price
question: Who sells tidal power for less, and why?
so_what: A lower price abroad is no reason to stop building at home.
entries:
  alder:
    headline: Dearer, with the sums in the open.
    claims:
      - id: alder-price
        text: Alderland's tidal power sells at 65 crowns a megawatt-hour.
        kind: fact
        status: corrected
        date: 2025-01
        cites:
          - {source: tide-survey, at: 3, terms: ["65 crowns"]}
        correction:
          text: The register gives 56 crowns.
          cites:
            - {source: price-register, at: Table 1}
      - id: alder-turbines
        text: Alderland runs 42 turbines of the type T-200.
        kind: fact
        status: confirmed
        date: 2025-01-29
        cites:
          - {source: tide-survey, at: 2, terms: ["42", "T-200"]}
          - {source: price-register, at: p. 5}
  birch:
    headline: Cheaper, with help that is hard to see.
    claims:
      - id: birch-price
        text: Birchmark's tidal power sells at 38 crowns a megawatt-hour.
        kind: estimate
        status: contested
        date: 2024
        cites:
          - {source: tide-survey, at: [4, 6]}
        disputes: [birch-subsidy]
      - id: birch-subsidy
        text: Without its subsidy, the power would sell at 5.6 crowns more by 2027.
        kind: forecast
        status: unverified
        cites:
          - {source: strait-gazette, at: page 2}
        expires: 2099
"""

PERMITS = """\
id: permits
name: Permits and the time they take
question: How long does a builder wait?
so_what: Waiting costs more than the turbines do.
entries:
  alder:
    headline: Builders wait for years.
    claims:
      - id: permit-time
        text: A permit takes 50 years.
        kind: judgement
        status: misprinted
        cites:
          - {source: tide-survey, at: 5}
        correction:
          text: A permit takes 5 years.
          cites:
            - {source: price-register, at: Table 3}
  birch:
    not_comparable: Birchmark does not publish its permits.
max_age: 60
"""

JUDGEMENTS = """\
- id: gap-narrows
  text: The gap in price narrows by the end of 2026.
  likelihood: likely
  confidence: moderate
  because: Two sources agree on the trend, and one of them is weak.
  for: [alder-price, alder-turbines]
  against: [birch-price]
  changes_if: ["Birchmark ends its subsidy.", "A third strait opens."]
"""

OSTBERG = """\
---
id: mira-ostberg
name: Mira Ostberg
sort: Ostberg
kind: person
role: Engineer, Strait University
printed_as: Myra Osterberg
identity: confirmed
interests: Owns shares in a builder of turbines.
side: alder
positions:
  - question: open-grid
    stance: strongly-agree
    basis: stated
    confidence: high
    date: 2025-01-29
    text: She wants the grid open to every builder.
    cites: [{source: tide-survey, at: 7}]
  - question: pay-more
    stance: disagree
    basis: inferred
    confidence: low
    date: 2025-01
    text: She speaks of lower prices as the aim.
    cites: [{source: tide-survey, at: [6, 7]}]
---
Builds turbines and teaches how to.

- wrote *Tides for All*
"""

HALE = """\
---
id: jon-hale
name: Jon Hale
role: Minister for the coast
identity: probable
interests: none found
side: birch
positions:
  - question: open-grid
    stance: strongly-disagree
    basis: stated
    confidence: moderate
    date: "2024"
    text: He wants one builder for each strait.
    cites: [{source: strait-gazette, at: page 1}]
---
Has held the office since 2019.
"""

GAZETTE_DESK = """\
---
id: gazette-desk
name: Strait Gazette
kind: outlet
role: Weekly newspaper
identity: unknown
interests: none found
positions: []
---
"""

CARRY_ON = """\
---
id: carry-on
name: Carry on
action: Keep the rules as they are.
status_quo: true
ratings:
  effect: {value: low, why: Nothing changes., basis: editor}
  price:
    value: low
    why: Nothing new is paid for.
    basis: source
    cites: [{source: tide-survey, at: 6}]
support: []
---
## For

It costs nothing new.

## Against

Builders go on waiting.
"""

OPEN_GRID = """\
---
id: open-the-grid
name: Open the grid
action: Let every builder connect.
ratings:
  effect:
    value: high
    why: More builders come.
    basis: source
    cites: [{source: tide-survey, at: 7}]
  price:
    value: high
    why: The grid has to grow.
    basis: source
    cites: [{source: price-register, at: Table 2}]
support:
  - expert: mira-ostberg
    stance: supports
    text: Calls for it.
    cites: [{source: tide-survey, at: 7}]
  - expert: jon-hale
    stance: opposes
    text: Wants one builder for each strait.
    cites: [{source: strait-gazette, at: page 1}]
---
## For

More builders, sooner.

## Against

The grid is not ready.
"""

SURVEY = f"""\
---
id: tide-survey
type: report
title: "Tidal power in Alderland: a survey"
title-short: Tide survey
author:
  - {{family: Lind, given: Åsa}}
  - {{literal: Survey Team}}
container-title: Straits and Tides
publisher: Office of Tides
issued: 2025-01~
accessed: 2025-06-01
URL: https://example.org/survey
language: en
originator: Office of Tides
access: full
reliability: fairly-reliable
why: Careful with counts, careless in print.
side: alder
defects:
  - {{at: 5, note: Prints 50 years for 5.}}
  - {{at: [3, 4], note: Prices are of last year.}}
  - {{note: Names are spelt as heard.}}
text_file: tide-survey.txt
sha256: {sha256(SURVEY_TEXT.encode()).hexdigest()}
paragraphs: 7
---
The best count of turbines that there is.
"""

REGISTER = """\
---
id: price-register
type: dataset
title: Register of prices
publisher: Bureau of Prices
issued: 2025-05
access: excerpt
reliability: reliable
why: The legal record of what was paid.
---
Only Tables 1 to 3 were read.
"""

GAZETTE = """\
---
id: strait-gazette
type: article-newspaper
title: One strait, one builder
container-title: Strait Gazette
issued: unknown
access: not-read
reliability: cannot-be-judged
why: Known only from what others say of it.
side: birch
---
"""

ONE_PAGER = """\
id: one-pager
title: Birchmark sells tidal power for less, and part of that is subsidy
page: fit-both
max_pages: 1
blocks:
  - bottom-line
  - comparison: {dimensions: [price, permits], claims: [alder-price, birch-price]}
  - judgements: {items: [gap-narrows]}
  - experts: {questions: [open-grid], items: [mira-ostberg, jon-hale]}
  - options: {items: [carry-on, open-the-grid], criteria: [effect, price]}
  - changes
  - gaps: What Birchmark pays its builders is not known.
  - sources
"""

TWO_PAGES = """\
id: two-pages
title: Six years of permits, told twice
page: a4
max_pages: 2
attribution: in-text
blocks:
  - decision: Whether to open the grid.
  - stances: {questions: [open-grid], items: [mira-ostberg, jon-hale, gazette-desk]}
  - cases: {items: [carry-on, open-the-grid]}
  - recommendation: Open the grid by 2027.
  - corrections: {claims: [alder-price, permit-time]}
  - conflicts: {claims: [birch-price]}
  - defects: {items: [tide-survey]}
"""
"""A second brief, of the kinds of block that the one-pager leaves out; add it where it matters."""

FILES: dict[str, str] = {
    "pack.yaml": PACK,
    "dimensions/price.yaml": PRICE,
    "dimensions/permits.yaml": PERMITS,
    "judgements.yaml": JUDGEMENTS,
    "experts/mira-ostberg.md": OSTBERG,
    "experts/jon-hale.md": HALE,
    "experts/gazette-desk.md": GAZETTE_DESK,
    "options/carry-on.md": CARRY_ON,
    "options/open-the-grid.md": OPEN_GRID,
    "sources/tide-survey.md": SURVEY,
    "sources/price-register.md": REGISTER,
    "sources/strait-gazette.md": GAZETTE,
    "briefs/one-pager.yaml": ONE_PAGER,
}


def write_pack(folder: Path, changes: dict[str, str | bytes | None] | None = None) -> Path:
    """Write the pack into a folder, made if need be, and return the folder.

    `changes` holds what other files, or the same ones, are to contain; None leaves one out.
    """
    for path, content in {**FILES, **(changes or {})}.items():
        if content is not None:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def write_texts(folder: Path) -> Path:
    """Write the texts of the sources into a folder, made if need be, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode())
    return folder


def edit(folder: Path, path: str, old: str, new: str) -> Path:
    """Replace text that stands exactly once in a file of the pack; return the folder."""
    file = folder / path
    text = file.read_bytes().decode()
    found = text.count(old)
    assert found == 1, f"{path} holds {old!r} {found} times"
    file.write_bytes(text.replace(old, new).encode())
    return folder


def told(folder: Path) -> list[str]:
    """Return the problems of a pack as they are printed."""
    return [str(problem) for problem in load(folder).problems]
