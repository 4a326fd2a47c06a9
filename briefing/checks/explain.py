"""What `briefing explain` prints of a rule, and the page of all rules, from the same text."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.registry import RULES
from briefing.checks.rule import EVERYTHING, Rule
from briefing.pack.lexicon import LEXICONS
from briefing.text import wrap

_COLUMNS = 80
_SOURCES = {
    "icd203": (
        "ICD 203: Office of the Director of National Intelligence, Intelligence Community "
        "Directive 203, Analytic Standards, 2 January 2015, section D.6.e(2)(a)."
    ),
    "phia": (
        "PHIA: UK Professional Head of Intelligence Assessment, Probability Yardstick. Its "
        "ranges leave gaps, as published."
    ),
}
_FAMILIES = {
    "SRC": "Sources",
    "CMP": "Comparison",
    "UNC": "Uncertainty",
    "ALT": "Alternatives",
    "LEX": "Likelihood and confidence",
    "EXP": "Experts",
    "OPT": "Options",
    "COR": "Corrections",
    "FIT": "The page",
    "TIM": "Time",
    "STY": "Style",
    "WAI": "Waivers",
    "FIL": "Files",
    "YML": "YAML",
    "TXT": "Characters",
    "FLD": "Fields",
    "REF": "References",
    "VER": "Texts of sources",
    "THM": "Themes",
    "SET": "Settings",
    "IMP": "Imports",
}
_INTRODUCTION = """\
# The rules of `briefing check`

`briefing check` holds a pack to the rules below and tells of each problem with its file,
line and column. `briefing explain RULE` prints what stands here. An **error** stops an
export where it leaves an item out of the pack; a **warning** does not, and counts as an
error with `--strict`.

Rules that may be waived are waived in the item, with the reason:

    waive: {SRC004: the register is the only record there is}

A waiver covers the item and all that stands in it; one in `pack.yaml` covers the pack.
What is waived is counted in the summary. A waiver that waives nothing is a problem itself.
That rules have passed means that they found nothing, and no more than that. Rules that judge
by what a pack holds wait while an error leaves something out of it; the summary counts them.

Texts of sources, themes, settings and imports are told of by the commands that read them.

This page is made by `python -m briefing.checks`, from the text of the rules.
"""


def title(rule: Rule) -> str:
    """Return the heading of a rule."""
    return f"{rule.id}: {rule.title}"


def nature(rule: Rule) -> str:
    """Return how much a rule matters, and whether it may be waived."""
    return f"{rule.severity}, may be waived" if rule.waivable else str(rule.severity)


def waits(rule: Rule) -> str:
    """Return when a rule waits, or nothing where it never does."""
    if not rule.goes_by:
        return ""
    named = [part if part.endswith(".yaml") else f"{part}/" for part in rule.goes_by]
    *first, last = named
    listed = f"{', '.join(first)} or {last}" if first else last
    where = "the pack" if rule.goes_by == EVERYTHING else listed
    return (
        f"While an error leaves something out of {where}, it cannot judge: it neither finds "
        "anything nor passes until that is mended."
    )


def parts(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the parts of what is told of a rule, each with what it is called."""
    for name, text in (
        ("why", rule.why),
        ("standard", rule.standard),
        ("to mend it", rule.mend),
        ("what it cannot know", rule.limits),
        ("when it waits", waits(rule)),
    ):
        if text:
            yield name, text


def as_text(rule: Rule) -> Iterator[str]:
    """Yield the lines that explain a rule on a terminal."""
    yield f"{title(rule)} ({nature(rule)})"
    for name, text in parts(rule):
        yield ""
        yield f"{name}:"
        yield from (f"  {line}" for line in wrap(text, _COLUMNS - 2))
    for name, text in (("wrong", rule.wrong), ("right", rule.right)):
        if text:
            yield ""
            yield f"{name}:"
            yield from (f"    {line}" for line in text.split("\n"))
    if rule.id.startswith("LEX00") and rule.id < "LEX003":
        for lexicon in LEXICONS:
            yield ""
            yield f"lexicon {lexicon}:"
            yield from (f"  {term:<22} {low}–{high}%" for term, low, high in bands(lexicon))


def bands(lexicon: str) -> Iterator[tuple[str, int, int]]:
    """Yield the terms of a lexicon with the ends of their ranges, in percent."""
    for term, (low, high) in LEXICONS[lexicon].items():
        yield term, low, high


def page() -> str:
    """Return the page of all rules, in Markdown."""
    out = [_INTRODUCTION]
    for family, name in _FAMILIES.items():
        out.append(f"## {name}\n")
        out += [_section(rule) for rule in RULES.values() if rule.id.startswith(family)]
    out.append("## The lexicons\n")
    for lexicon, source in _SOURCES.items():
        out.append("\n".join(wrap(source, 92)) + "\n")
        out.append(f"| term of `{lexicon}` | range |\n| --- | --- |")
        out += [f"| {term} | {low}–{high}% |" for term, low, high in bands(lexicon)]
        out.append("")
    return "\n".join(out).rstrip("\n") + "\n"


def _section(rule: Rule) -> str:
    out = [f"### {title(rule)}", "", f"*{nature(rule)}*", ""]
    for name, text in parts(rule):
        out += [*wrap(f"**{name[0].upper()}{name[1:]}:** {text}", 92), ""]
    for name, text in (("Wrong", rule.wrong), ("Right", rule.right)):
        if text:
            out += [f"{name}:", "", "```yaml", text, "```", ""]
    return "\n".join(out)
