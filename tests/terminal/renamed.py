"""The program over a Textual that calls a private name otherwise: `python -m tests.terminal.renamed _render_chops`."""

import re
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType


class Renaming(SourceFileLoader):
    """Reads a module with the name replaced; nothing of it is kept compiled."""

    def get_code(self, fullname: str) -> CodeType:
        source = self.get_data(self.path).decode("utf-8")
        return compile(re.sub(rf"\b{sys.argv[1]}\b", f"{sys.argv[1]}_as_it_is_now", source), self.path, "exec")


class Finder(MetaPathFinder):
    """Finds the modules of Textual."""

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path) if fullname.startswith("textual.") else None  # type: ignore[arg-type]
        if spec is None or spec.origin is None:
            return None
        spec.loader = Renaming(fullname, spec.origin)
        return spec


if __name__ == "__main__":
    sys.meta_path.insert(0, Finder())
    from caucasus_tui.cli import main

    sys.exit(main(sys.argv[2:]))
