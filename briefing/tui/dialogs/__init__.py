"""What opens over a view: search, an item or citation, a note, the export, the help."""
