"""Addresses that are neither a record's nor a statement's. What stands at any address: `panes/address.py`."""

BOTTOM_LINE = "about:bottom-line"
"""The dossier's bottom line."""
TODO = "todo:"
"""What is still to be done in the dossier."""
QUESTIONS = "ask:"
"""The list of questions; with a letter after it, an answer."""


def answer_address(letter: str) -> str:
    """The answer that a letter asks for."""
    return f"{QUESTIONS}{letter}"
