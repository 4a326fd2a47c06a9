"""A checked theme to Textual's own: every colour that the app and Textual's parts draw in."""

from __future__ import annotations

from textual.app import App
from textual.theme import Theme as TextualTheme

from briefing.problems import Problem
from briefing.themes import Theme, load_themes, theme_folders


def to_textual(theme: Theme) -> TextualTheme:
    """Return the theme as Textual wants it; text is drawn in the checked colours only."""
    c = theme.colours
    return TextualTheme(
        name=theme.name,
        primary=c.accent,
        secondary=c.accent,
        accent=c.accent,
        foreground=c.text,
        background=c.background,
        surface=c.surface,
        panel=c.surface,
        success=c.good,
        warning=c.caution,
        error=c.bad,
        dark=theme.dark,
        text_alpha=1.0,
        variables={
            "muted": c.muted,
            "good": c.good,
            "caution": c.caution,
            "bad": c.bad,
            "first": c.first,
            "second": c.second,
            "cursor": c.cursor,
            "cursor-text": c.cursor_text,
            "border": c.border,
            "border-blurred": c.border,
            "text-muted": c.muted,
            "text-disabled": c.muted,
            "text-accent": c.accent,
            "text-primary": c.accent,
            "footer-background": c.surface,
            "footer-item-background": c.surface,
            "footer-foreground": c.text,
            "footer-key-foreground": c.accent,
            "footer-key-background": c.surface,
            "footer-description-foreground": c.text,
            "footer-description-background": c.surface,
            "block-cursor-background": c.cursor,
            "block-cursor-foreground": c.cursor_text,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": c.surface,
            "block-cursor-blurred-foreground": c.text,
            "block-hover-background": c.surface,
            "input-cursor-background": c.text,
            "input-cursor-foreground": c.background,
            "input-selection-background": c.cursor,
            "input-selection-foreground": c.cursor_text,
            "screen-selection-background": c.cursor,
            "screen-selection-foreground": c.cursor_text,
            "scrollbar": c.border,
            "scrollbar-hover": c.muted,
            "scrollbar-active": c.accent,
            "scrollbar-background": c.background,
            "scrollbar-background-hover": c.background,
            "scrollbar-background-active": c.background,
            "scrollbar-corner-color": c.background,
            "link-color": c.accent,
            "link-background": "transparent",
            "link-color-hover": c.cursor_text,
            "link-background-hover": c.cursor,
        },
    )


def register_themes(app: App[None], wanted: str) -> list[Problem]:
    """Give an app our themes and no others, and choose one; return what is wrong with themes.

    Where the theme wanted is gone, it is the first one.
    """
    themes, problems = load_themes(theme_folders())
    for theme in themes:
        app.register_theme(to_textual(theme))
    names = [theme.name for theme in themes]
    app.theme = wanted if wanted in names else names[0]
    for name in set(app.available_themes) - set(names):
        app.unregister_theme(name)
    return problems
