"""The program in real terminals: one child on a pseudo-terminal, everything it sends recorded. The numbers in the tests
are those of the acceptance checks that the terminal guards were built to."""
