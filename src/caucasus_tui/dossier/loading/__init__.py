"""From a folder of YAML to a checked dossier, or to all that is wrong with it. The model knows nothing of it."""
