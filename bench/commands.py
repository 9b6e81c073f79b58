"""How long commands take from start to end, against Python doing nothing."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence

NOTHING = (sys.executable, "-c", "pass")
COMMANDS = {"brief": ("brief",), "ask": ("ask", "b"), "search": ("search", "lachin")}
"""By name: what is typed after the program's own name. One that the program lacks is left out of the table."""


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Wall time of a command whose output nobody reads."""
    began = time.perf_counter()
    subprocess.run(command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def peak_memory(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The most memory that a command held, in MB (resident set size)."""
    process = subprocess.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def present(program: Sequence[str], environment: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Those of COMMANDS that the program has, and that end well."""
    found = {}
    for name, arguments in COMMANDS.items():
        command = (*program, *arguments)
        if subprocess.run(command, env=dict(environment), capture_output=True, check=False).returncode == 0:
            found[name] = command
    return found
