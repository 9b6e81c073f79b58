"""The program on a dossier that did not come through the door for outside text.

`python -m tests.terminal.hostile KIND`: every text of the tiny dossier, in every record, carries the payload.
Addresses, vocabularies and dates stay as they are.
"""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from msgspec import Struct, inspect
from msgspec.structs import replace

from caucasus_tui import cli
from caucasus_tui.commands import dashboard
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.session.library import Library, Opened

TINY = Path(__file__).parents[1] / "tiny"

PAYLOADS = {
    "sequences": "\x1b[31m\x1b]52;c;cHduZWQ=\x07\x1b]8;;http://evil.example\x1b\\\x1b]0;pwned\x07\x1b[6n\x9b31m\x9d0;x\x9c"
    "\x00\x0e\x0f\x7f\u202e\u2066\u200b\ufeff\x1b[2J\x1bP+q\x1b\\\u2028\ue000\r\n",
    "markup": "[red]x[/] [/] [unclosed [@click=app.quit]quit[/] [link=http://evil.example]l[/] [$error]e[/] :smile:",
    "scripts": "漢字 😀 👩‍👩‍👧 🇬🇪 שלום مرحبا Հայ ქართ e\u0301\u0302\u0303\u0304\u0305\u0306 ﷽",
}

NOT_TEXT = {"id", "key", "duplicate_of", "sha256", "every", "where", "order", "fields", "language"}


def texts_of(form: type[Struct]) -> set[str]:
    """The fields of a record that hold free text."""
    info = inspect.type_info(form)
    assert isinstance(info, inspect.StructType)
    return {field.name for field in info.fields if field.name not in NOT_TEXT and _is_text(field.type)}


def _is_text(form: inspect.Type) -> bool:
    if isinstance(form, inspect.UnionType):
        return any(_is_text(part) for part in form.types)
    if isinstance(form, inspect.VarTupleType):
        return _is_text(form.item_type)
    return isinstance(form, inspect.StrType)


def poisoned(value: Any, payload: str) -> Any:
    """A copy with the payload behind every text."""
    if isinstance(value, tuple):
        return tuple(poisoned(item, payload) for item in value)
    if not isinstance(value, Struct):
        return value
    texts = texts_of(type(value))
    return replace(
        value,
        **{
            name: _with(getattr(value, name), payload) if name in texts else poisoned(getattr(value, name), payload)
            for name in value.__struct_fields__
        },
    )


def _with(value: Any, payload: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_with(item, payload) for item in value)
    return f"{value} {payload}" if type(value) is str and value else value


def hostile(kind: str) -> Dossier:
    """The tiny dossier with a payload in every text."""
    dossier = poisoned(load(TINY).dossier, PAYLOADS[kind])
    assert isinstance(dossier, Dossier)
    return dossier


if __name__ == "__main__":
    read = dashboard.open_in  # type: ignore[attr-defined]

    def open_hostile(library: Library, options: Namespace) -> Opened:
        """What is read, with the payload in it."""
        return read(library, options)._replace(dossier=hostile(sys.argv[1]))

    dashboard.open_in = open_hostile  # type: ignore[attr-defined]
    sys.exit(cli.main(["--dossier", str(TINY), *sys.argv[2:]]))
