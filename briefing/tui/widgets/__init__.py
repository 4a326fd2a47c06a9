"""The widgets of the app; lists and panes stand on one base that draws line by line."""
