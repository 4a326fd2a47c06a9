"""Every command of the app, once: bindings, palette, footer and help are made from this."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding, BindingType
from textual.keys import format_key


class Command(NamedTuple):
    """A command: its keys, its words, and the action that carries it out.

    `scope` says where the keys work, one of `SCOPES`. `footer` commands are shown at the foot
    of the screen, those with the lower number first; 0 stands for never.
    """

    id: str
    keys: str
    label: str
    help: str
    scope: str
    action: str
    footer: int = 0

    def binding(self) -> Binding:
        """Return the key binding; its id lets a user's settings give it another key."""
        shown = self.footer > 0
        return Binding(
            self.keys, self.action, self.label, show=shown, tooltip=self.help, id=self.id
        )


SCOPES = {
    "app": "Everywhere",
    "lines": "In lists and panes",
    "panes": "Between list and pane",
    "compare": "In Compare",
    "experts": "In Experts",
    "options": "In Options",
    "evidence": "In Evidence",
    "drawer": "In the drawer of a citation",
    "brief": "In Brief",
}
"""Where keys work, and what that is called."""
VIEWS = ("overview", "compare", "experts", "options", "evidence", "brief")

COMMANDS: tuple[Command, ...] = (
    Command("overview", "1", "Overview", "Bottom line, key judgements, what changed", "app", "view('overview')"),
    Command("compare", "2", "Compare", "Both sides, side by side, question by question", "app", "view('compare')"),
    Command("experts", "3", "Experts", "Who stands where, on what, and how surely it was read", "app", "view('experts')"),
    Command("options", "4", "Options", "What could be done, with the case for and against", "app", "view('options')"),
    Command("evidence", "5", "Evidence", "Sources, what they are worth, and what rests on them", "app", "view('evidence')"),
    Command("brief", "6", "Brief", "The page being built", "app", "view('brief')"),
    Command("search", "slash", "Search", "Find anything in the pack; results as you type", "app", "search", 4),
    Command("citation", "c", "Citation", "Says who? Opens the sources of the highlighted line", "app", "citation", 2),
    Command("help", "question_mark", "Help", "All keys and what they do", "app", "help", 13),
    Command("pin", "space", "Pin", "Pin the highlighted item to the brief, or unpin it", "app", "pin", 3),
    Command("note", "n", "Note", "Write a note of your own on the highlighted item", "app", "note", 5),
    Command("copy", "y", "Copy", "Copy the highlighted item with its citations as Markdown", "app", "copy", 8),
    Command("export", "e", "Export", "Write the brief to a file", "app", "export", 6),
    Command("edit", "o", "Edit", "Open the highlighted item's file at its line in your editor", "app", "edit", 9),
    Command("problems", "exclamation_mark", "Problems", "What is wrong with the content of this pack", "app", "problems"),
    Command("mend", "m", "Mend", "Open the first error of the content at its line in your editor", "app", "mend"),
    Command("notes", "N", "Notes", "All your notes; write them to a file as Markdown", "app", "notes"),
    Command("library", "L", "Library", "All packs: the one that is open, and others to open", "app", "library"),
    Command("tour", "T", "Tour", "What there is and six keys to begin with, on one screen", "app", "tour"),
    Command("back", "left_square_bracket", "Back", "Go back to where you were", "app", "back", 10),
    Command("forward", "right_square_bracket", "Forward", "Go forward again", "app", "forward"),
    Command("theme", "t", "Theme", "Choose the colours", "app", "change_theme", 11),
    Command("palette", "ctrl+p", "Commands", "All commands by name", "app", "command_palette", 12),
    Command("quit", "q", "Quit", "Leave; everything is kept", "app", "quit", 7),
    Command("down", "down,j", "Down", "Next item", "lines", "move(1)"),
    Command("up", "up,k", "Up", "Previous item", "lines", "move(-1)"),
    Command("page-down", "pagedown,ctrl+f", "Page down", "A screen further", "lines", "page(1)"),
    Command("page-up", "pageup,ctrl+b", "Page up", "A screen back", "lines", "page(-1)"),
    Command("first", "home,g", "First", "To the beginning", "lines", "edge(-1)"),
    Command("last", "end,G", "Last", "To the end", "lines", "edge(1)"),
    Command("open", "enter", "Open", "Open the highlighted item", "lines", "open", 1),
    Command("right-pane", "right,l", "Right", "To the pane on the right", "panes", "pane(-1)"),
    Command("left-pane", "left,h", "Left", "To the list on the left", "panes", "pane(0)"),
    Command("next-dimension", "full_stop", "Next row", "The next dimension", "compare", "dimension(1)"),
    Command("previous-dimension", "comma", "Previous row", "The previous dimension", "compare", "dimension(-1)"),
    Command("left-side", "left,h", "First side", "To the first side of the row, then to the list", "compare", "side(0)"),
    Command("right-side", "right,l", "Second side", "To the second side of the row", "compare", "side(1)"),
    Command("expand", "enter", "Open", "Open or close the claim in its place: evidence, and who relies on it", "compare", "expand"),
    Command("expand-all", "a", "Open all", "Open or close every claim of the dimension", "compare", "expand_all", 1),
    Command("collapse", "escape", "Close", "Close the claim that the cursor is in", "compare", "collapse"),
    Command("whole-head", "w", "Whole head", "The question and the so-what in full, where they are cut", "compare", "whole_head"),
    Command("experts-pivot", "v", "Pivot", "By question, by expert, as a matrix, head to head", "experts", "pivot", 1),
    Command("opposing", "x", "Opposing", "The strongest view at the other end of the same question: the farthest stance, then stated before inferred, then the surer reading, then the later date", "experts", "opposing", 1),
    Command("filter", "f", "Filter", "Choose whom to show: by stance, basis, confidence, side and kind; and sort", "experts", "filter"),
    Command("show-all", "F", "Show all", "Take all filters away", "experts", "show_all"),
    Command("experts-sort", "s", "Sort", "Sort in the next way: the pack's order, name, stance, number of positions, side", "experts", "sort"),
    Command("beside", "w", "Beside", "Set this expert beside another; in head to head, choose the other of the two", "experts", "beside"),
    Command("left-question", "left,h", "Left", "In the matrix to the question on the left, else to the list", "experts", "across(-1)"),
    Command("right-question", "right,l", "Right", "In the matrix to the question on the right, else to the pane", "experts", "across(1)"),
    Command("options-sort", "s", "Sort", "Sort by the next criterion, better first; after the last in the pack's order", "options", "sort", 1),
    Command("turn", "S", "Turn", "Sort the other way round: worse first, or better first again", "options", "turn"),
    Command("options-beside", "w", "Beside", "Set this option beside another; there, choose the other of the two", "options", "beside", 1),
    Command("options-pivot", "v", "Pivot", "One option in full, or two side by side", "options", "pivot"),
    Command("left-option", "left,h", "Left", "To the option on the left, then to the table", "options", "across(-1)"),
    Command("right-option", "right,l", "Right", "To the pane, and in it to the option on the right", "options", "across(1)"),
    Command("evidence-pivot", "v", "Pivot", "Sources, claims by status, conflicts, timeline, mix of each dimension", "evidence", "pivot", 1),
    Command("shelf", "f", "Filter", "Choose which sources to show: by worth, access, side and use; and sort", "evidence", "filter", 1),
    Command("show-all-sources", "F", "Show all", "Show all sources again", "evidence", "show_all"),
    Command("evidence-sort", "s", "Sort", "Sort the sources by the next: worth, lines, access, side, date, name", "evidence", "sort"),
    Command("left-evidence", "left,h", "Left", "To the claim on the left, then to the list", "evidence", "across(-1)"),
    Command("right-evidence", "right,l", "Right", "To the pane, and in a conflict to the claim on the right", "evidence", "across(1)"),
    Command("next-source", "full_stop,right,l", "Next source", "The next source of the line", "drawer", "step(1)"),
    Command("previous-source", "comma,left,h", "Previous source", "The source before", "drawer", "step(-1)"),
    Command("browse", "b", "Browser", "Open the source's address in the browser; asks first", "drawer", "browse"),
    Command("copy-plain", "Y", "Copy plain", "Copy the place in the source as a plain reference, not as Markdown", "drawer", "copy_plain"),
    Command("drop", "delete,d", "Drop", "Take the item off the page", "brief", "drop", 1),
    Command("earlier", "K", "Earlier", "Move the item up the page", "brief", "shift(-1)"),
    Command("later", "J", "Later", "Move the item down the page", "brief", "shift(1)"),
    Command("trim", "x", "Trim", "Take the items off that have to go for the page to fit", "brief", "trim"),
    Command("undo", "u", "Undo", "Take back the last change of the page", "brief", "undo", 1),
    Command("redo", "U,ctrl+r", "Redo", "Make the change that was taken back again", "brief", "redo"),
    Command("retitle", "r", "Retitle", "Give the page another title", "brief", "retitle"),
    Command("choose-brief", "b", "Choose brief", "Open one of the pack's briefs as the page; start over", "brief", "choose_brief"),
    Command("save-recipe", "s", "Save recipe", "Save the page as a recipe that can be committed", "brief", "save_recipe"),
)  # fmt: skip


def bindings(scope: str) -> list[BindingType]:
    """Return the key bindings of a scope."""
    return [command.binding() for command in COMMANDS if command.scope == scope]


def commands_of(app: object) -> tuple[Command, ...]:
    """Return the commands with the keys that they have in an app: those of its user's settings."""
    found: tuple[Command, ...] = getattr(app, "commands", COMMANDS)
    return found


def first_key(command: Command) -> str:
    """Return the key that a command is shown with where there is room for one."""
    return format_key(command.keys.split(",")[0])


def shown_keys(command: Command) -> str:
    """Return a command's keys as they stand on a keyboard: "↓ j"."""
    return " ".join(format_key(key) for key in command.keys.split(","))
