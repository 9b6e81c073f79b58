"""What several screens ask of a dossier: roles, effects, causes, and the order in which things are told. Pure."""
