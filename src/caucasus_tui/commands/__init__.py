"""The commands: one module each, with `HELP`, `arguments(parser)` and `run(options)`.

Modules import what is heavy inside `run`, so that `--help` and `--version` cost next to nothing.
"""

COMMANDS: tuple[str, ...] = (
    "brief",
    "ask",
    "show",
    "compare",
    "search",
    "list",
    "check",
    "new",
    "add",
    "draft",
    "import",
    "rename",
    "changes",
    "upgrade",
    "schema",
    "keys",
    "config",
    "completion",
)
"""In the order of `--help`. A command is one module here and its name in this tuple."""

STANDALONE: tuple[str, ...] = ("new", "changes", "upgrade", "schema", "completion")
"""Commands that open no dossier, so that they work whatever the configuration says."""
