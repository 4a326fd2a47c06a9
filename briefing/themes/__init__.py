"""Themes: their form, what makes them readable, and reading them from files."""
