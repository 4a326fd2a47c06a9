"""`briefing`: a terminal briefing room for policymakers."""

__version__ = "0.1.0"
