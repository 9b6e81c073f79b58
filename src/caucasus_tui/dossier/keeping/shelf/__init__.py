"""A large dossier on disk: what no screen needs all of stays there, and is looked up row by row.

Records are held in memory as always. Paragraphs with their statements, what cites and points to what, and the search
index are tables of one SQLite file, written once when the dossier has been read and found sound.
"""

LARGE = 5_000
"""Statements. From here on a dossier goes to the shelf; below, reading it whole takes less than opening the file."""
