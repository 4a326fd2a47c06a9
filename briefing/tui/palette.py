"""A checked theme to Textual's own: every colour that the app and Textual's parts draw in."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme as TextualTheme

from briefing.themes.theme import TERMINAL, Theme

TERMINAL_COLOURS = {
    "text": "ansi_default",
    "muted": "ansi_default",  # bright black is the ground itself in some palettes
    "accent": "ansi_magenta",
    "first": "ansi_blue",
    "second": "ansi_yellow",
    "good": "ansi_green",
    "caution": "ansi_yellow",
    "bad": "ansi_red",
    "background": "ansi_default",
    "surface": "ansi_default",
    "cursor": "ansi_white",
    "cursor_text": "ansi_black",
    "border": "ansi_blue",
}


def to_textual(theme: Theme) -> TextualTheme:
    """Return the theme as Textual wants it; text is drawn in the checked colours only."""
    colours = {name: getattr(theme.colours, name) for name in TERMINAL_COLOURS}
    return _made(theme.name, colours, dark=theme.dark)


def terminal_theme() -> TextualTheme:
    """Return the theme that keeps the terminal's own colours.

    Text stands in the terminal's own two colours, and the rest in those of its sixteen that
    palettes for light and for dark grounds keep readable. How readable they are is up to the
    terminal, and cannot be measured here.
    """
    made = _made(TERMINAL, TERMINAL_COLOURS)
    made.ansi = True
    made.boost = TERMINAL_COLOURS["background"]
    made.variables["ansi-background"] = TERMINAL_COLOURS["background"]
    made.variables["ansi-foreground"] = TERMINAL_COLOURS["text"]
    # The cursor of a field in the default colours would be the same as its ground.
    made.variables["input-cursor-text-style"] = "reverse"
    return made


def _made(name: str, c: Mapping[str, str], *, dark: bool = True) -> TextualTheme:
    return TextualTheme(
        name=name,
        primary=c["accent"],
        secondary=c["accent"],
        accent=c["accent"],
        foreground=c["text"],
        background=c["background"],
        surface=c["surface"],
        panel=c["surface"],
        success=c["good"],
        warning=c["caution"],
        error=c["bad"],
        dark=dark,
        text_alpha=1.0,
        variables=_variables(c),
    )


def _variables(c: Mapping[str, str]) -> dict[str, str]:
    """Return every colour that our stylesheets and Textual's parts name."""
    return {
        "muted": c["muted"],
        "good": c["good"],
        "caution": c["caution"],
        "bad": c["bad"],
        "first": c["first"],
        "second": c["second"],
        "cursor": c["cursor"],
        "cursor-text": c["cursor_text"],
        "border": c["border"],
        "border-blurred": c["border"],
        "text-muted": c["muted"],
        "text-disabled": c["muted"],
        "text-accent": c["accent"],
        "text-primary": c["accent"],
        "footer-background": c["surface"],
        "footer-item-background": c["surface"],
        "footer-foreground": c["text"],
        "footer-key-foreground": c["accent"],
        "footer-key-background": c["surface"],
        "footer-description-foreground": c["text"],
        "footer-description-background": c["surface"],
        "block-cursor-background": c["cursor"],
        "block-cursor-foreground": c["cursor_text"],
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": c["surface"],
        "block-cursor-blurred-foreground": c["text"],
        "block-hover-background": c["surface"],
        "input-cursor-background": c["text"],
        "input-cursor-foreground": c["background"],
        "input-selection-background": c["cursor"],
        "input-selection-foreground": c["cursor_text"],
        "screen-selection-background": c["cursor"],
        "screen-selection-foreground": c["cursor_text"],
        "scrollbar": c["border"],
        "scrollbar-hover": c["muted"],
        "scrollbar-active": c["accent"],
        "scrollbar-background": c["background"],
        "scrollbar-background-hover": c["background"],
        "scrollbar-background-active": c["background"],
        "scrollbar-corner-color": c["background"],
        # Textual's parts still name these for a moment after the terminal's own colours.
        "ansi-background": c["background"],
        "ansi-foreground": c["text"],
        "link-color": c["accent"],
        "link-background": "transparent",
        "link-color-hover": c["cursor_text"],
        "link-background-hover": c["cursor"],
    }
