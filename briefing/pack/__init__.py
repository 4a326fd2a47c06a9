"""A pack: its types, how its files are read, and the problems found on the way."""
