"""A dashboard in a terminal, for every test here."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from tests.terminal.harness import PROGRAM, Session, environment

Start = Callable[..., Session]


def slow(*values: object) -> ParameterSet:
    """A case that only `make test-terminal` runs."""
    return pytest.param(*values, marks=pytest.mark.slow)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """`start(*arguments, size=…, command=…, TERM=…, …)`: a program in a terminal, ended with the test. Further keywords
    in capitals are its environment."""
    with ExitStack() as stack:

        def session(*arguments: str, command: tuple[str, ...] = PROGRAM, **options: object) -> Session:
            variables = {name: options.pop(name) for name in list(options) if name.isupper()}
            env = environment(tmp_path, **variables)  # type: ignore[arg-type]
            return stack.enter_context(Session((*command, *arguments), env, **options))  # type: ignore[arg-type]

        yield session
