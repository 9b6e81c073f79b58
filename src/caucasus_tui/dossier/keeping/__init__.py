"""Dossiers kept so that they need not be read again: disposable, and trusted only as far as a digest goes."""
