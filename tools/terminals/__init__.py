"""What real terminals show of the program, held against what was meant: `make test-real-terminals`."""
