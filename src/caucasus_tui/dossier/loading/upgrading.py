"""A file of an older format rewritten in the words of today, by place: whatever else stands in it stays as it is."""

from typing import Any

from caucasus_tui.dossier.loading.by_place import Edits
from caucasus_tui.dossier.loading.formats import FRAMES, modernised
from caucasus_tui.dossier.loading.reader import Document, Value
from caucasus_tui.dossier.model.dossier import FORMAT, About


def upgraded(content: bytes, document: Document, form: Any, dossier_id: str) -> bytes:
    """The bytes of a file of format 1 in the words of today; for data/dossier.yaml also with `format` and, where it has
    none, `id` and the frames that went without saying. The same bytes where nothing changes. Raises EditError."""
    newer, olds = modernised(document, form)
    edits = Edits(content, document)
    for old in olds:
        if not old.now:
            edits.comment_out(document.key_marks[old.path], old.word)
            continue
        edits.replace(document.key_marks[old.path], old.word, old.now)
    wanted: Value = newer.value
    if form is About and isinstance(wanted, dict):
        _about(edits, document, dossier_id)
        wanted = {**wanted, "format": str(FORMAT), "id": wanted.get("id") or dossier_id}
    return edits.done(wanted)


def _about(edits: Edits, document: Document, dossier_id: str) -> None:
    """Put `format`, `id` and frames before the first key of data/dossier.yaml."""
    assert isinstance(document.value, dict)
    given = document.value.get("format")
    lines = []
    if given is None:
        lines.append(f"format: {FORMAT}")
    else:
        edits.replace(document.marks[("format",)], str(given), str(FORMAT))
    if "id" not in document.value:
        lines.append(f"id: {dossier_id}")
    for key, said in FRAMES.items():
        if key not in document.value:
            frames = ", ".join(f"{name}: [{', '.join(words)}]" for name, words in said.items())
            lines.append(f"{key}: {{{frames}}}")
    if lines and document.key_marks:
        mark = min(document.key_marks[path] for path in document.key_marks if len(path) == 1)
        indent = edits.before(mark)
        parting = ", " if indent.strip() else edits.line_end + indent
        edits.insert(edits.offset(mark), "".join(f"{one}{parting}" for one in lines))
