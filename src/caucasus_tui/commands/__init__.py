"""The commands: one module each, with `arguments(parser)` and `run(options)`. A module is loaded where its command is
given, so it imports what it needs."""

COMMANDS: dict[str, str] = {
    "brief": "print or write the brief: text, Markdown, HTML, JSON, Word, PDF",
    "ask": "answer a standard meeting question; without a letter list them",
    "show": "print what is at an address, such as lever:eu-economic or ecfr-2023:p8.2",
    "compare": "print things beside each other: two actors, two agreements, sources, the sides of a tension",
    "search": "search everything; filters: actor:iran kind:forecast after:2023-09 pane:terms",
    "list": "list the addresses of a kind of record; without a kind list the kinds",
    "check": "report every problem of a dossier as file:line:col: message",
    "new": "make a small dossier of your own to start from",
    "add": "add a text to a dossier of your own, as a further source",
    "draft": "print a statement to fill in for each sentence of a source",
    "import": "take the events of a CSV table into a dossier of your own",
    "rename": "change an id everywhere in a dossier of your own",
    "changes": "list what changed from one dossier to another, by statement and record",
    "upgrade": "bring the files of an older dossier up to today's format",
    "schema": "print the JSON Schema of a file of a dossier; without a file list the schemas",
    "keys": "list the keys of the dashboard",
    "config": "print the settings in force, and where each comes from",
    "completion": "print what makes a shell complete commands and addresses",
}
"""In the order of `--help`, with what that says of each. A command is one module here and its line in this table."""

STANDALONE: tuple[str, ...] = ("new", "changes", "upgrade", "schema", "completion")
"""Commands that open no dossier, so that they work whatever the configuration says."""
