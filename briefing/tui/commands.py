"""Every command of the app, once: bindings, palette, footer and help are made from this."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding, BindingType


class Command(NamedTuple):
    """A command: its keys, its words, and the action that carries it out.

    `scope` says where the keys work: "app" everywhere, "lines" in lists and panes, "panes"
    between them, else in the view of that name. `footer` commands are shown at the foot of
    the screen.
    """

    id: str
    keys: str
    label: str
    help: str
    scope: str
    action: str
    footer: bool = False

    def binding(self) -> Binding:
        """Return the key binding; its id lets a user's settings give it another key."""
        return Binding(
            self.keys, self.action, self.label, show=self.footer, tooltip=self.help, id=self.id
        )


VIEWS = ("overview", "compare", "experts", "options", "evidence", "brief")

COMMANDS: tuple[Command, ...] = (
    Command("overview", "1", "Overview", "Bottom line, key judgements, what changed", "app", "view('overview')"),
    Command("compare", "2", "Compare", "Both sides, side by side, question by question", "app", "view('compare')"),
    Command("experts", "3", "Experts", "Who stands where, on what, and how surely it was read", "app", "view('experts')"),
    Command("options", "4", "Options", "What could be done, with the case for and against", "app", "view('options')"),
    Command("evidence", "5", "Evidence", "Sources, what they are worth, and what rests on them", "app", "view('evidence')"),
    Command("brief", "6", "Brief", "The page being built", "app", "view('brief')"),
    Command("search", "slash", "Search", "Find anything in the pack; results as you type", "app", "search", True),
    Command("citation", "c", "Citation", "Says who? Opens the sources of the highlighted line", "app", "citation", True),
    Command("help", "question_mark", "Help", "All keys and what they do", "app", "help", True),
    Command("pin", "space", "Pin", "Pin the highlighted item to the brief, or take the pin out", "app", "pin", True),
    Command("note", "n", "Note", "Write a note of your own on the highlighted item", "app", "note", True),
    Command("copy", "y", "Copy", "Copy the highlighted item with its citations as Markdown", "app", "copy"),
    Command("export", "e", "Export", "Write the brief to a file", "app", "export", True),
    Command("edit", "o", "Edit", "Open the highlighted item's file at its line in your editor", "app", "edit"),
    Command("problems", "exclamation_mark", "Problems", "What is wrong with the content of this pack", "app", "problems"),
    Command("back", "left_square_bracket", "Back", "Go back to where you were", "app", "back"),
    Command("forward", "right_square_bracket", "Forward", "Go forward again", "app", "forward"),
    Command("theme", "t", "Theme", "Choose the colours", "app", "change_theme"),
    Command("palette", "ctrl+p", "Commands", "All commands by name", "app", "command_palette"),
    Command("quit", "q", "Quit", "Leave; everything is kept", "app", "quit", True),
    Command("down", "down,j", "Down", "Next item", "lines", "move(1)"),
    Command("up", "up,k", "Up", "Previous item", "lines", "move(-1)"),
    Command("page-down", "pagedown,ctrl+f", "Page down", "A screen further", "lines", "page(1)"),
    Command("page-up", "pageup,ctrl+b", "Page up", "A screen back", "lines", "page(-1)"),
    Command("first", "home,g", "First", "To the beginning", "lines", "edge(-1)"),
    Command("last", "end,G", "Last", "To the end", "lines", "edge(1)"),
    Command("open", "enter", "Open", "Open the highlighted item", "lines", "open"),
    Command("right-pane", "right,l", "Right", "To the pane on the right", "panes", "pane(-1)"),
    Command("left-pane", "left,h", "Left", "To the list on the left", "panes", "pane(0)"),
    Command("next-dimension", "full_stop", "Next row", "The next dimension", "compare", "dimension(1)"),
    Command("previous-dimension", "comma", "Previous row", "The previous dimension", "compare", "dimension(-1)"),
    Command("left-side", "left,h", "First side", "To the first side of the row, then to the list", "compare", "side(0)"),
    Command("right-side", "right,l", "Second side", "To the second side of the row", "compare", "side(1)"),
    Command("experts-pivot", "v", "Pivot", "By question, by expert, as a matrix, head to head", "experts", "pivot", True),
    Command("opponent", "x", "Opponent", "Choose the second expert of a head to head", "experts", "opponent"),
    Command("options-sort", "s", "Sort", "Sort by the next criterion", "options", "sort", True),
    Command("evidence-pivot", "v", "Pivot", "Sources, claims by status, conflicts", "evidence", "pivot", True),
    Command("drop", "delete,d", "Drop", "Take the item off the page", "brief", "drop", True),
    Command("earlier", "K", "Earlier", "Move the item up the page", "brief", "shift(-1)"),
    Command("later", "J", "Later", "Move the item down the page", "brief", "shift(1)"),
)  # fmt: skip


def bindings(scope: str) -> list[BindingType]:
    """Return the key bindings of a scope."""
    return [command.binding() for command in COMMANDS if command.scope == scope]
