"""What must hold between records, one subject per file. Every rule is a pure function from a scope to breaches."""
