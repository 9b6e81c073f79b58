"""The model: sources, records and the dossier that holds them. Knows neither a terminal nor a file format but YAML."""
