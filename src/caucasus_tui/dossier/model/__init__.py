"""The model: what a dossier is made of, and how its parts hang together. Knows no file, screen or search."""
