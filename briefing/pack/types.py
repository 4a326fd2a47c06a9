"""The scalar types of pack files, and what every item of a pack has in common."""

# msgspec takes these types, and those of the items of a pack, from annotations. Written as code,
# they are ready when the module is; as text, each would be compiled by every command. So no
# module of items has `from __future__ import annotations`.
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, NamedTuple, get_args

from msgspec import Meta, Struct

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
ISSUED = r"^(unknown|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~]?)$"
URL = r"^https?://[^\s<>\"]+$"
RULE_ID = r"^[A-Z]{3}[0-9]{3}$"
FILE_NAME = r"^(?!\.+$)[^/\\:]+$"
SHA256 = r"^[0-9a-f]{64}$"


# What the reader needs to know beside the type is in `extra`: "pattern" is what a text must
# match, and "is" says that in words; "id" and "ref" name the kind of item that an id declares
# or refers to; "rule" names the rule that is broken where the field is missing or empty;
# "form" names the few fields that are not read like others ("body": text that stands in
# the body of a Markdown file; "at" and "blocks": see `convert.py`). Were a pattern told to
# msgspec, it would be tried again on all that is taken from the cache.
def like(pattern: str, words: str) -> Meta:
    """Return what holds a text read from a file to a pattern, which `words` tell in words."""
    return Meta(extra={"pattern": pattern, "is": words})


Text = Annotated[str, Meta(min_length=1)]
Date = Annotated[str, like(DATE, "a date such as 2025-01 or 2025-01-29")]
Issued = Annotated[str, like(ISSUED, "a date such as 2025-01-29 or 2025-01~, or unknown")]
Slug = Annotated[str, like(SLUG, "lower-case words joined by hyphens")]
Url = Annotated[str, like(URL, "an http or https address")]
FileName = Annotated[str, like(FILE_NAME, "a file name without folders")]
Sha256 = Annotated[str, like(SHA256, "64 hexadecimal digits")]
Body = Annotated[str, Meta(extra={"form": "body"})]
At = Annotated[tuple[int, ...] | str, Meta(extra={"form": "at"})]

RuleId = Annotated[str, like(RULE_ID, "the id of a rule, such as SRC004")]

SideRef = Annotated[str, Meta(extra={"ref": "side"})]
QuestionRef = Annotated[str, Meta(extra={"ref": "question"})]
CriterionRef = Annotated[str, Meta(extra={"ref": "criterion"})]
DimensionRef = Annotated[str, Meta(extra={"ref": "dimension"})]
ClaimRef = Annotated[str, Meta(extra={"ref": "claim"})]
JudgementRef = Annotated[str, Meta(extra={"ref": "judgement"})]
ExpertRef = Annotated[str, Meta(extra={"ref": "expert"})]
OptionRef = Annotated[str, Meta(extra={"ref": "option"})]
SourceRef = Annotated[str, Meta(extra={"ref": "source"})]

Kind = Literal["fact", "estimate", "forecast", "judgement"]
Status = Literal["confirmed", "corrected", "contested", "unverified", "misprinted"]
Stance = Literal["strongly-disagree", "disagree", "mixed", "agree", "strongly-agree"]
Level = Literal["low", "moderate", "high"]
Reliability = Literal[
    "reliable",
    "usually-reliable",
    "fairly-reliable",
    "not-usually-reliable",
    "unreliable",
    "cannot-be-judged",
]
Access = Literal["full", "excerpt", "not-read"]

# Item types of CSL-JSON 1.0.2 (citationstyles.org, "Types").
CslType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "dataset", "document", "entry", "entry-encyclopedia", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "motion_picture", "pamphlet",
    "paper-conference", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip

KINDS: tuple[Kind, ...] = get_args(Kind)
STATUSES: tuple[Status, ...] = get_args(Status)
STANCES: tuple[Stance, ...] = get_args(Stance)
RELIABILITIES: tuple[Reliability, ...] = get_args(Reliability)


class Place(NamedTuple):
    """Where in the pack something is written: file, and line and column from 1."""

    file: str
    line: int
    column: int


class Fault(Struct, frozen=True):
    """Something wrong inside one item; the reader adds the place."""

    field: str
    rule: str
    message: str
    hint: str = ""


class Item(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything written in a pack, with the place where it is written."""

    what: ClassVar[str] = "an item"
    place: Place = Place("", 0, 0)

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with this item on its own; nothing by default."""
        yield from ()


class Waivable(Item, frozen=True, kw_only=True):
    """An item with an id of its own, in which checks may be waived, each for a reason."""

    waive: dict[RuleId, Text] = {}
