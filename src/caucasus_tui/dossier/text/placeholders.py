"""What stands in files that are begun for their author to replace it, and is to be done until then."""

PLACEHOLDER = "Replace this by the first thing that the paragraph says."
SENTENCE = "Replace this by what the sentence says."
PLACEHOLDERS = frozenset(
    {
        PLACEHOLDER,
        SENTENCE,
        "Title of the source",
        "Who published it",
        "From where it looks, and whose side, if any, it takes.",
        "How you came by it.",
        "What the author is",
        "Replace this.",
        "Title of the dossier",
        "Short title",
        "As of when it stands.",
        "Replace this last, by what the whole comes to.",
    }
)
"""Written by `new`, `add` and `draft`, and in `blank/`."""
