"""To come."""

import argparse

HELP = "to come"


def arguments(parser: argparse.ArgumentParser) -> None:
    """None yet."""


def run(options: argparse.Namespace) -> int:
    return 2
