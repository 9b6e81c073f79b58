"""What is said of the later layer while it is off. It stands alone, so that saying it loads nothing of the layer."""


def off(key: str = "L") -> str:
    """That it is off, and the key that turns it on."""
    return (
        f"Later sources tell what came of it. That layer is off: {key} turns it on, on the command line --since-then."
    )


def off_in_short(key: str = "L") -> str:
    """The same beside what only the layer could answer."""
    return f"off: {key}, or --since-then"
