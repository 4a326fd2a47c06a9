"""The Textual app: views over a pack, drawn from the same documents as every export."""
