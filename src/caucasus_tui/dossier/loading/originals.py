"""The original texts that a reader has put beside a dossier, paragraph by paragraph. Never shipped."""

from msgspec import Struct


class Original(Struct, frozen=True, kw_only=True):
    """One source in a reader's copy: `passages` from paragraph id to text, cleaned for a screen. `differing`: the
    paragraphs whose fingerprint nothing in the copy has; a passage of theirs stands there by its place alone."""

    file: str
    passages: dict[str, str] = {}
    differing: tuple[str, ...] = ()
    compared: bool = True
    """Whether there are fingerprints to tell it by."""
    problem: str = ""
    """Why the file was not read, in one line; then the rest is empty."""

    @property
    def verdict(self) -> str:
        """Whether this is the text the dossier was made from; if not, where it differs."""
        if self.problem:
            return self.problem
        if not self.compared:
            return f"{self.file} is the text by its name alone: no paragraph has a fingerprint (sha256)"
        if not self.differing:
            return f"{self.file} is the text the dossier was made from"
        if not self.passages:
            return f"{self.file} is not the text the dossier was made from: no paragraph is the same"
        names = ", ".join(self.differing)
        differ = "differs" if len(self.differing) == 1 else "differ"
        return f"{self.file} is not quite the text the dossier was made from: {names} {differ}"


class Originals(Struct, frozen=True, kw_only=True):
    """The originals at hand, by source id; `places`, in words, is where a reader may put one."""

    found: dict[str, Original] = {}
    places: tuple[str, ...] = ("seeds/originals/",)


NO_ORIGINALS = Originals()
