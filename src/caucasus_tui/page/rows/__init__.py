"""Rows of marked text, and moving through them: widths, wrapping, cutting, a cursor. Knows nothing of dossiers."""
