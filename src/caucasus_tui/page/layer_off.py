"""What is said of the later layer while it is off. It stands alone, so that saying it loads nothing of the layer."""

OFF = "Later sources tell what came of it. That layer is off: L turns it on, on the command line --since-then."
SHORT = "off: L, or --since-then"
"""The same beside what only the layer could answer."""
