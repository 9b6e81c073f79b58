"""A terminal briefing on a conflict, every line of it cited. Imports nothing, so that commands start fast."""

__version__ = "0.2.0"
