"""What the reader of packs tells of before any check runs: files, YAML, fields and references.

Such a problem leaves the item out of the pack, so none of these rules can be waived. The
reader holds the rules; this module says why they are there.
"""

from __future__ import annotations

from briefing.checks.rule import error

_SAFE = "YAML 1.2.2, section 3.2, of which a pack takes plain mappings, lists and scalars."
_FORMAT = "The pack format, which stands in docs/pack-format.md."

FILES = (
    error(
        "FIL001",
        "file or folder that cannot be read",
        why="What cannot be opened is missing from the pack, and nobody would notice.",
        mend="Give yourself the right to read it, or put a plain file in its place.",
    ),
    error(
        "FIL002",
        "symbolic link, or a file in place of a folder",
        why="A link can lead out of the pack, to a file that is nobody else’s business.",
        mend="Put the file or the folder itself where the link or the other file is.",
    ),
    error(
        "FIL003",
        "file larger than 2 MiB",
        why="Nobody writes such a file by hand, and one that a program wrote can exhaust memory.",
        mend="Split it into several files.",
    ),
    error(
        "FIL004",
        "file that is not UTF-8",
        why="Names with accents or Chinese characters would come out wrong, in print too.",
        standard="RFC 3629.",
        mend="Save the file as UTF-8 in your editor.",
    ),
    error(
        "FIL005",
        "file that is not read",
        why="An item in a file with the wrong ending would be missing without a word.",
        standard=_FORMAT,
        mend="Give the file the ending that its folder wants, and a name of plain letters.",
    ),
)

YAML = (
    error(
        "YML001",
        "text that is not valid YAML",
        why="Nothing can be read from such a file.",
        standard="YAML 1.1, as libyaml reads it.",
        mend=(
            "Look at the line above the place too: a colon or a quotation mark is often the cause."
        ),
        wrong="title: Tidal power: a survey",
        right='title: "Tidal power: a survey"',
    ),
    error(
        "YML002",
        "anchor or alias",
        why="A few hundred bytes of aliases can grow to gigabytes, and they hide what a line says.",
        standard=_SAFE,
        mend="Write the value out.",
        wrong="cites: &same [{source: tide-survey, at: 3}]",
        right="cites: [{source: tide-survey, at: 3}]",
    ),
    error(
        "YML003",
        "tag",
        why="A tag can ask a reader of YAML to run code.",
        standard=_SAFE,
        mend="Put text that begins with ! in quotation marks.",
        wrong="name: !important",
        right='name: "!important"',
    ),
    error(
        "YML004",
        "more than 32 levels of nesting",
        why="A pack needs eight; deeper nesting is a mistake or an attack.",
        standard=_SAFE,
        mend="Check the brackets of the file.",
    ),
    error(
        "YML005",
        "duplicate key",
        why="Of two values one would be lost, and which one depends on the reader.",
        standard="YAML 1.2.2, section 3.2.1.3: keys are unique.",
        mend="Keep one of the two.",
        wrong="name: Price\nname: Price of power",
        right="name: Price of power",
    ),
    error(
        "YML006",
        "file in another shape than a pack’s",
        why=(
            "Front matter, one document in each file, and keys that are text: nothing else is read."
        ),
        standard=_FORMAT,
        mend="Begin and end the front matter of a Markdown file with a line of ---.",
    ),
    error(
        "TXT001",
        "unsafe character",
        why=(
            "Control characters drive a terminal, and characters that reverse the direction of "
            "text make it say something else than it shows."
        ),
        standard="Unicode Technical Report 36 and Standard Annex 9.",
        mend="Take the character out. `briefing check --fix` does it.",
    ),
)

FIELDS = (
    error(
        "FLD001",
        "unknown key",
        why="A misspelt key would lose what it holds.",
        standard=_FORMAT,
        mend="Correct the key, or take it out.",
        wrong="lexikon: icd203",
        right="lexicon: icd203",
    ),
    error(
        "FLD002",
        "missing field",
        why="Every field of the format is there because a reader asks for it.",
        standard=_FORMAT,
        mend="Add the field. Some have a rule of their own, such as SRC001, which is told instead.",
    ),
    error(
        "FLD003",
        "value of the wrong kind",
        why="Text where a list belongs, or a list where a number belongs, cannot be printed.",
        standard=_FORMAT,
        mend="Write the value as the format has it.",
        wrong="for: alder-turbines",
        right="for: [alder-turbines]",
    ),
    error(
        "FLD004",
        "value that is not among the possible ones",
        why="Readers learn a few words, such as “contested”, and rely on them.",
        standard=_FORMAT,
        mend="Choose one of the words that the message names.",
        wrong="status: disputed",
        right="status: contested",
    ),
    error(
        "FLD005",
        "empty field",
        why="A field with nothing in it looks as if it had been filled.",
        standard=_FORMAT,
        mend="Fill it, or take it out where it is optional.",
    ),
    error(
        "FLD006",
        "value that is not written as it should be",
        why="Dates, ids and addresses are sorted, matched and linked, so they have one form.",
        standard="ISO 8601-1 and 8601-2 for dates; docs/pack-format.md for the rest.",
        mend="Write it as the message says.",
        wrong="date: January 2025",
        right="date: 2025-01",
    ),
    error(
        "REF001",
        "reference to what is not there",
        why="A citation of a source that the pack does not hold leads the reader nowhere.",
        standard=_FORMAT,
        mend="Correct the id, or write the item.",
        wrong="cites: [{source: tide-servey, at: 3}]",
        right="cites: [{source: tide-survey, at: 3}]",
    ),
    error(
        "REF002",
        "id that is used twice",
        why="A reference would lead to one of two items, and nobody could tell which.",
        standard=_FORMAT,
        mend="Rename one of the two.",
    ),
)
