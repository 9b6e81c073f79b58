"""Makers of files that lie beside the code: completions and the manual page. Run by `make completions`."""
