"""Waivers: which problem an item waives and why, and which waivers waive nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from briefing.checks.registry import RULES, meant
from briefing.checks.rule import Finding, Rule
from briefing.pack.pack import Pack
from briefing.pack.types import Waivable

Owners = tuple[Waivable, ...]


class Waivers:
    """The waivers of a pack, and what has been waived by them."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        listed = (pack.manifest, *pack.items.values())
        self._holders = [item for item in listed if item.waive]
        self._used: set[tuple[int, str]] = set()
        self._owners: dict[int, Owners] = {}
        if self._holders:
            self._note(pack.manifest, ())
            for items in (pack.dimensions, pack.judgements, pack.experts, pack.options):
                self._note(tuple(items), (pack.manifest,))
            self._note((pack.sources, pack.briefs), (pack.manifest,))

    def _note(self, value: Any, owners: Owners) -> None:
        """Note for each item which items it stands in, the nearest first."""
        if isinstance(value, tuple | list):
            for child in value:
                self._note(child, owners)
        elif isinstance(value, dict):
            self._note(tuple(value.values()), owners)
        elif isinstance(value, Struct):
            if isinstance(value, Waivable):
                owners = (value, *owners)
            self._owners[id(value)] = owners
            for name in value.__struct_fields__:
                child = getattr(value, name)
                if isinstance(child, tuple | dict | Struct):
                    self._note(child, owners)

    def reason(self, rule: Rule, finding: Finding) -> str:
        """Return why a problem is waived, by the nearest item that says so; "" where none does."""
        if rule.waivable:
            for owner in self._owners.get(id(finding.item), ()):
                if why := owner.waive.get(rule.id):
                    self._used.add((id(owner), rule.id))
                    return why
        return ""

    def stale(self, checked: Iterable[Rule]) -> Iterator[Finding]:
        """Yield waivers of rules that were checked and had nothing for them to waive."""
        ids = {rule.id for rule in checked if rule.waivable}
        for item in self._holders:
            for name in item.waive:
                if name in ids and (id(item), name) not in self._used:
                    message = f"nothing here is waived by the waiver of {name}"
                    yield Finding(item, "waive", message, "take it out", phrase=name)

    def wrong(self) -> Iterator[Finding]:
        """Yield waivers of rules that do not exist, or may not be waived."""
        for item in self._holders:
            for name in item.waive:
                if name not in RULES:
                    message = f"there is no rule {name}"
                    yield Finding(item, "waive", message, meant(name, RULES), phrase=name)
                elif not RULES[name].waivable:
                    message = f"{name} may not be waived"
                    yield Finding(item, "waive", message, "mend the problem itself", phrase=name)
