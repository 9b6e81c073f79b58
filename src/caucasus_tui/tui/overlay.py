"""A screen of its own over the dashboard."""

from abc import abstractmethod

from textual.events import Key

from caucasus_tui.tui.terminal.drawing import DrawnScreen


class Overlay(DrawnScreen):
    """What the dashboard may ask of a screen that lies over it."""

    takes_text = False
    """Whether what is typed is text, not keys."""

    @abstractmethod
    def uses_up(self, event: Key) -> bool:
        """Act on a key before the bindings do, as on the second of a chord. True where no binding may have it."""

    @abstractmethod
    def knows(self, key: str) -> bool:
        """Whether a key does anything here."""

    @abstractmethod
    def say(self, text: str, role: str = "strong") -> None:
        """A message until the next key."""

    @abstractmethod
    def renew(self) -> None:
        """Show the session anew: its dossier is another one, or another day has begun."""
