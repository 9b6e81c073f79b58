"""A brief built from a dossier, and one small renderer for each format."""
