"""What other commands than `check` tell of: sources and their texts, themes, settings, imports."""

from __future__ import annotations

from briefing.checks.rule import error

TEXTS = (
    error(
        "VER001",
        "text that is not the one that was cited",
        why="Paragraphs are counted in one text. In another, the same number is another line.",
        standard="FIPS 180-4, SHA-256.",
        mend="Get the text that was cited, or cite the new one and record its hash.",
    ),
    error(
        "VER002",
        "text that cannot be read",
        why="What cannot be read cannot be held against its citations.",
        mend="Keep texts as plain files in UTF-8, in the folder that is given with --texts.",
    ),
    error(
        "VER003",
        "term that does not stand where it is cited",
        why="The terms of a citation are the proof that the paragraph was read.",
        standard="ICD 206 (2015): a citation lets the reader find the place.",
        mend="Name words that stand there, or the paragraph in which they do.",
        wrong='{source: tide-survey, at: 3, terms: ["56 crowns"]}',
        right='{source: tide-survey, at: 3, terms: ["65 crowns"]}',
    ),
)

THEMES = (
    error(
        "THM001",
        "colour that is too faint",
        why="Text that cannot be told from its ground is lost on many readers and screens.",
        standard="WCAG 2.2, success criterion 1.4.3 (4.5:1), and 1.4.6 (7:1) for high contrast.",
        mend="Take the colour that the message names, or another of that contrast.",
    ),
    error(
        "THM002",
        "two themes of one name",
        why="One of the two could never be chosen.",
        mend="Rename one of them.",
    ),
)

SETTINGS = (
    error(
        "SET001",
        "key for a command that does not exist",
        why="The key would do nothing, and nobody would say so.",
        mend="Correct the name of the command; `briefing settings` lists them.",
    ),
    error(
        "SET002",
        "key that cannot be pressed",
        why="A terminal does not send every key, so the command could not be reached.",
        mend="Choose another key.",
    ),
    error(
        "SET003",
        "key that another command has",
        why="Of two commands on one key, one could not be reached.",
        mend="Choose another key, or give the other command another one.",
    ),
    error(
        "SET004",
        "theme that does not exist",
        why="The app would open in other colours than those that were asked for.",
        mend="Correct the name of the theme; `briefing themes` lists them.",
    ),
)

IMPORTS = (
    error(
        "IMP001",
        "reference that cannot be read",
        why="A source that was left out of an import would be missed only when it is cited.",
        standard="BibTeX, and CSL-JSON 1.0.2.",
        mend="Mend the entry, or write the source by hand.",
    ),
)
