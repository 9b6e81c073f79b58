"""A line that claims: the statements it rests on, with type, hedge and citation. Decided here alone."""
