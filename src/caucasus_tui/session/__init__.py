"""A reader in a dossier: where they are, how they look at it, where dossiers come from. Knows no screen."""
