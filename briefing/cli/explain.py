"""`briefing explain`: why a rule is there, and how to mend what it finds."""

from __future__ import annotations

import argparse

from briefing.cli.exits import FINE, WrongUsage
from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.checks.rule import Rule
    from briefing.cli.parser import Subparsers

DETAILS = """\
Without a rule, all of them are listed. What is printed of a rule is why it is there, the
standard behind it, how to mend a problem, an example, and what the rule cannot know."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "explain", run, DETAILS)
    parser.add_argument("rule", metavar="RULE", nargs="?", help="the id of a rule, such as SRC004")
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def run(args: argparse.Namespace) -> int:
    """Explain a rule, or list all."""
    from briefing.checks.explain import as_text
    from briefing.checks.registry import RULES, meant
    from briefing.cli.streams import emit, emit_json

    if args.rule is None:
        if args.json:
            emit_json([_as_data(rule) for rule in RULES.values()])
        else:
            _list(list(RULES.values()))
        return FINE
    rule = RULES.get(args.rule.strip().upper())
    if rule is None:
        raise WrongUsage(f'there is no rule "{args.rule}" – {meant(args.rule, RULES)}')
    if args.json:
        emit_json(_as_data(rule))
    else:
        for line in as_text(rule):
            emit(line)
    return FINE


def _list(rules: list[Rule]) -> None:
    from briefing.cli.columns import aligned
    from briefing.cli.streams import emit, terminal_columns

    rows = [(rule.id, str(rule.severity), rule.title) for rule in rules]
    for line in aligned(rows, terminal_columns()):
        emit(line)


def _as_data(rule: Rule) -> dict[str, object]:
    from briefing.checks.explain import waits

    return {
        "rule": rule.id,
        "severity": str(rule.severity),
        "title": rule.title,
        "waivable": rule.waivable,
        "why": rule.why,
        "standard": rule.standard,
        "mend": rule.mend,
        "wrong": rule.wrong,
        "right": rule.right,
        "limits": rule.limits,
        "waits": waits(rule),
    }
