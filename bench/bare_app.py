"""The yardstick: the smallest Textual application that shows something, one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static

LINE = "bare application"


class Bare(App[None]):
    """One line of text and nothing else."""

    def compose(self) -> ComposeResult:
        yield Static(LINE)


if __name__ == "__main__":
    Bare().run()
