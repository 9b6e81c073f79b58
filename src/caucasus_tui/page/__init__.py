"""What a reader sees, as rows of marked text. Pure: no terminal, no framework."""
