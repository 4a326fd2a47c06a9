"""Likelihood terms and the ranges they stand for, as published.

`icd203`: Intelligence Community Directive 203, *Analytic Standards* (2 January 2015),
section D.6.e(2)(a). `phia`: the UK Professional Head of Intelligence Assessment's
*Probability Yardstick*. Ranges are in percent.
"""

from __future__ import annotations

LEXICONS: dict[str, dict[str, tuple[int, int]]] = {
    "icd203": {
        "almost no chance": (1, 5),
        "remote": (1, 5),
        "very unlikely": (5, 20),
        "highly improbable": (5, 20),
        "unlikely": (20, 45),
        "improbable": (20, 45),
        "roughly even chance": (45, 55),
        "roughly even odds": (45, 55),
        "likely": (55, 80),
        "probable": (55, 80),
        "very likely": (80, 95),
        "highly probable": (80, 95),
        "almost certain": (95, 99),
        "nearly certain": (95, 99),
    },
    "phia": {
        "remote chance": (0, 5),
        "highly unlikely": (10, 20),
        "unlikely": (25, 35),
        "realistic possibility": (40, 50),
        "likely": (55, 75),
        "probable": (55, 75),
        "highly likely": (80, 90),
        "almost certain": (95, 100),
    },
}


def with_range(lexicon: str, term: str) -> str:
    """Return the term with its range, "likely (55–80%)", or the bare term if it has none."""
    band = LEXICONS[lexicon].get(term)
    return f"{term} ({band[0]}–{band[1]}%)" if band else term
