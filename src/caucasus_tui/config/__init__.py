"""The user's own settings: one TOML file that is only read, and what environment and options say over it."""
