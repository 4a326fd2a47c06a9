"""The parts of a SARIF 2.1.0 log that briefing writes, as the standard has them.

Every property is named in section 3 of the standard (OASIS, 27 March 2020); what is not named
here is refused, as the standard's own schema refuses it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1)]
FromOne = Annotated[int, Meta(ge=1)]
FromNought = Annotated[int, Meta(ge=0)]
UriReference = Annotated[str, Meta(pattern=r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$")]
Level = Literal["none", "note", "warning", "error"]


class Part(Struct, forbid_unknown_fields=True, rename="camel"):
    """An object of the log."""


class Message(Part):
    """Section 3.11."""

    text: Text


class Configuration(Part):
    """Section 3.50."""

    level: Level


class Descriptor(Part):
    """Section 3.49."""

    id: Text
    short_description: Message
    full_description: Message
    help: Message
    default_configuration: Configuration


class Driver(Part):
    """Section 3.19."""

    name: Text
    semantic_version: Annotated[str, Meta(pattern=r"^\d+\.\d+\.\d+")]
    rules: list[Descriptor]


class Tool(Part):
    """Section 3.18."""

    driver: Driver


class Region(Part):
    """Section 3.30."""

    start_line: FromOne
    start_column: FromOne | None = None
    end_line: FromOne | None = None
    end_column: FromOne | None = None


class ArtifactLocation(Part):
    """Section 3.4."""

    uri: UriReference


class PhysicalLocation(Part):
    """Section 3.29."""

    artifact_location: ArtifactLocation
    region: Region


class Location(Part):
    """Section 3.28."""

    physical_location: PhysicalLocation


class Suppression(Part):
    """Section 3.35."""

    kind: Literal["inSource", "external"]
    justification: Text


class Result(Part):
    """Section 3.27."""

    rule_id: Text
    rule_index: FromNought
    level: Level
    message: Message
    locations: list[Location]
    suppressions: list[Suppression] = []


class Run(Part):
    """Section 3.14."""

    tool: Tool
    column_kind: Literal["utf16CodeUnits", "unicodeCodePoints"]
    results: list[Result]


class Log(Struct, forbid_unknown_fields=True):
    """Section 3.13."""

    version: Literal["2.1.0"]
    runs: list[Run]
    schema: str


def as_log(data: dict[str, object]) -> Log:
    """Return the log that JSON data holds; raise `msgspec.ValidationError` where it holds none."""
    from msgspec import convert

    return convert({"schema": data["$schema"], **_without_schema(data)}, Log)


def _without_schema(data: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if name != "$schema"}
