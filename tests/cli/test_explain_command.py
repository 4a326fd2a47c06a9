"""`briefing explain`: what a rule is for, and how to mend what it finds."""

import json

import pytest

from briefing.checks.registry import RULES
from tests.cli.conftest import Command


@pytest.mark.parametrize("name", ["LEX003", "lex003"])
def test_a_rule_is_explained(command: Command, name: str) -> None:
    code, out, err = command("explain", name)
    assert (code, err) == (0, "")
    assert out == (
        "LEX003: likelihood and confidence in one sentence (error, may be waived)\n"
        "\n"
        "why:\n"
        "  Likelihood says how probable an event is, confidence how good the evidence is.\n"
        "  In one sentence readers take the one for the other.\n"
        "\n"
        "standard:\n"
        "  ICD 203 (2015), section D.6.e(2): the two are not combined in the same\n"
        "  sentence.\n"
        "\n"
        "to mend it:\n"
        "  Make two sentences of it: first how likely, then how sure and why.\n"
        "\n"
        "what it cannot know:\n"
        "  It knows confidence by its usual words (“high confidence”, “we are\n"
        "  confident”), and the end of a sentence by its full stop and the capital after\n"
        "  it.\n"
        "\n"
        "wrong:\n"
        "    so_what: We judge with high confidence that prices are likely (55–80%) to fall.\n"
        "\n"
        "right:\n"
        "    so_what: Prices are likely (55–80%) to fall. Our confidence in this is high.\n"
    )


@pytest.mark.parametrize("name", RULES)
def test_every_rule_can_be_explained(command: Command, name: str) -> None:
    code, out, err = command("explain", name)
    assert (code, err) == (0, "")
    assert out.startswith(f"{name}: {RULES[name].title} (")


def test_the_rules_of_likelihood_print_the_lexicons(command: Command) -> None:
    out = command("explain", "LEX001").out
    assert "  roughly even chance    45–55%\n" in out
    assert "  realistic possibility  40–50%\n" in out


def test_without_a_rule_all_are_listed(command: Command) -> None:
    code, out, err = command("explain")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == list(RULES)
    assert "SRC004  warning  key judgement resting on one originator\n" in out


def test_json_is_for_programs(command: Command) -> None:
    rule = json.loads(command("explain", "OPT003", "--json").out)
    assert (rule["rule"], rule["severity"], rule["waivable"]) == ("OPT003", "warning", True)
    assert [rule["rule"] for rule in json.loads(command("explain", "--json").out)] == list(RULES)


def test_a_rule_that_there_is_not_is_wrong_usage(command: Command) -> None:
    told = "briefing: there is no rule \"src04\" – did you mean 'SRC004'?\n"
    assert command("explain", "src04") == (2, "", told)
    told = 'briefing: there is no rule "" – `briefing explain` lists all rules\n'
    assert command("explain", "") == (2, "", told)


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("LEX001", "pack.yaml"),
        ("LEX002", "pack.yaml"),
        ("LEX006", "pack.yaml"),
        ("STY001", "the pack"),
        ("WAI001", "the pack"),
        ("SRC004", "judgements.yaml, dimensions/ or sources/"),
        ("OPT003", "pack.yaml, options/ or sources/"),
    ],
)
def test_a_rule_says_what_it_waits_for(command: Command, name: str, where: str) -> None:
    out = " ".join(command("explain", name).out.split())
    told = f"While an error leaves something out of {where}, it cannot judge"
    assert f"when it waits: {told}" in out
    assert json.loads(command("explain", name, "--json").out)["waits"].startswith(told)


def test_a_rule_that_never_waits_says_nothing_of_it(command: Command) -> None:
    assert "waits" not in command("explain", "LEX004").out
