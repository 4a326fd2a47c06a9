"""What the reader of packs tells of for the sake of the reader of pages: evidence and fairness.

Such a problem leaves the item out of the pack, so none of these rules can be waived. The
reader holds the rules; this module says why they are there.
"""

from __future__ import annotations

from briefing.checks.rule import error

EVIDENCE = (
    error(
        "SRC001",
        "claim without citation",
        why="“Says who?” has to have an answer for every line: a claim, a correction, a rating.",
        standard="ICD 206 (2015), on sourcing; ICD 203 (2015), section D.6.e(1).",
        mend="Cite the source and the place in it, or take the line out.",
        wrong="cites: []",
        right="cites: [{source: tide-survey, at: 5}]",
    ),
    error(
        "SRC002",
        "source without issuer, title or date",
        why="A reader who cannot tell who said it, and when, cannot weigh it or find it.",
        standard="ISO 690:2021, on what a reference names.",
        mend="Add what is missing; `issued: unknown` says that no date could be found.",
        wrong="issued:",
        right="issued: 2025-01~",
    ),
    error(
        "SRC003",
        "citation of a place that its source does not have",
        why="A citation past the end of its source, or of no paragraph, cannot be looked up.",
        standard="ICD 206 (2015): a citation lets the reader find the place.",
        mend="Count the lines of the text that hold a visible character, from 1.",
        wrong="{source: tide-survey, at: 99}   # it has `paragraphs: 7`",
        right="{source: tide-survey, at: 7}",
    ),
    error(
        "SRC007",
        "text of a source without its hash, or a hash without its text",
        why="Only the hash tells whether a text is the one that the citations were made against.",
        standard="FIPS 180-4, SHA-256.",
        mend="Give both, or neither: `sha256sum FILE` prints the hash.",
    ),
    error(
        "COR001",
        "corrected or misprinted claim without its correction",
        why=(
            "A page that repeats a misprint spreads it. The correction travels with the claim "
            "onto every page, so the claim has to have one."
        ),
        standard="COPE guidelines on corrections; ICD 203 (2015), section D.6.e(8), on accuracy.",
        mend="Say what is right, and cite the better record.",
        wrong="status: misprinted",
        right=(
            "status: misprinted\ncorrection:\n  text: A permit takes 5 years.\n"
            "  cites: [{source: price-register, at: Table 3}]"
        ),
    ),
    error(
        "COR002",
        "contested claim that disputes nothing",
        why="A reader who is told that a claim is contested asks: by what?",
        standard="ICD 203 (2015), section D.6.e(4): analysis of alternatives.",
        mend="Name the claims that it is at odds with.",
        wrong="status: contested",
        right="status: contested\ndisputes: [birch-subsidy]",
    ),
)

FAIRNESS = (
    error(
        "CMP001",
        "side of a dimension that is missing without a reason",
        why="An empty half of a row is read as “nothing”, when it may be “not known”.",
        standard="ICD 203 (2015), section D.6.a: objectivity.",
        mend="Add the entry, or say in “not_comparable” why there is nothing to set beside.",
        wrong="birch: {}",
        right="birch:\n  not_comparable: Birchmark does not publish its permits.",
    ),
    error(
        "UNC001",
        "judgement without likelihood, confidence or its basis",
        why="A judgement that does not say how likely, how sure and why is an opinion.",
        standard="ICD 203 (2015), section D.6.e(2): uncertainties are expressed and explained.",
        mend="Add what is missing: “likelihood”, “confidence”, “because” and “for”.",
        wrong="because:",
        right="because: Two sources agree on the trend, and one of them is weak.",
    ),
    error(
        "ALT001",
        "judgement with nothing against it",
        why=(
            "Evidence that nobody looked for is found by the first critic. A claim that is named "
            "both for and against says nothing."
        ),
        standard=(
            "ICD 203 (2015), section D.6.e(4); Heuer, analysis of competing hypotheses (1999), "
            "ch. 8."
        ),
        mend="Name at least one claim that speaks against it.",
        wrong="against: []",
        right="against: [birch-price]",
    ),
    error(
        "EXP001",
        "position without stance, basis, date or citation",
        why="A stance that nobody can trace is put into somebody’s mouth.",
        standard=(
            "ICD 203 (2015), section D.6.e(3): what was said is kept apart from what is inferred."
        ),
        mend="Give the stance, whether it is stated or inferred, when, and where to read it.",
        wrong="date:",
        right="date: 2025-01-29",
    ),
    error(
        "EXP002",
        "two positions of one expert on one question",
        why="On the line from disagree to agree an expert stands in one place.",
        mend="Keep one, and tell of the other in its text; `stance: mixed` is a place too.",
    ),
    error(
        "OPT001",
        "no status quo, or a rating that is missing or empty",
        why="Options are weighed against going on as now, and each on every yardstick.",
        standard="HM Treasury, The Green Book: business as usual is the baseline.",
        mend="Mark one option with “status_quo: true”, and rate every option on every criterion.",
        wrong="value:\nwhy: Nothing new",
        right="value: low\nwhy: Nothing new",
    ),
    error(
        "OPT002",
        "option without a case for it or a case against it",
        why="Every option has a price. A page that hides it is no advice.",
        standard="ICD 203 (2015), section D.6.e(4): analysis of alternatives.",
        mend="Make the strongest case that an informed reader would make, under “## Against”.",
    ),
)
