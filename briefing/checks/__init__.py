"""The checks: rules over a pack, each a small function that says why it is there."""
