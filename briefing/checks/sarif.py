"""A report as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors show at the line."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from briefing import __version__
from briefing.checks.engine import Found, Report
from briefing.checks.registry import RULES
from briefing.checks.rule import Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_WHOLE = {"startLine": 1}


def log(report: Report, base: str) -> dict[str, Any]:
    """Return the log of a report; `base` is what file names begin with.

    What is waived is in it too, as suppressed in the source, with the reason.
    """
    results = [_result(found, base) for found in (*report.found, *report.waived)]
    told = sorted({result["ruleId"] for result in results})
    for result in results:
        result["ruleIndex"] = told.index(result["ruleId"])
    driver = {
        "name": "briefing",
        "semanticVersion": __version__,
        "rules": [_descriptor(RULES[name]) for name in told],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _descriptor(rule: Rule) -> dict[str, Any]:
    help_text = "\n\n".join(filter(None, (rule.why, rule.mend, rule.limits)))
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(found: Found, base: str) -> dict[str, Any]:
    problem = found.problem
    hint = f" – {problem.hint}" if problem.hint else ""
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "level": str(problem.severity),
        "message": {"text": problem.message + hint},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(base + problem.file)},
                    "region": _region(found),
                }
            }
        ],
    }
    if found.waived:
        result["suppressions"] = [{"kind": "inSource", "justification": found.waived}]
    return result


def _region(found: Found) -> dict[str, int]:
    problem = found.problem
    if not problem.line:
        return _WHOLE
    region = {"startLine": problem.line}
    if problem.column:
        region["startColumn"] = problem.column
    if found.end:
        region |= {"endLine": found.end[0], "endColumn": found.end[1]}
    return region


def _uri(path: str) -> str:
    """Return a path as a URI (RFC 3986): relative where the path is."""
    path = path.removesuffix("/") or "."
    return ("file://" if path.startswith("/") else "") + quote(path, errors="surrogateescape")
