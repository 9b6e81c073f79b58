"""Attempts as processes of their own: each tells what it does, and is ended, with all it started, where it hangs."""

import asyncio
import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

_SET_CHILD_SUBREAPER = 36


def tell(scene: str, **said: str) -> None:
    """To whoever runs this attempt: the `step` that begins now, or `why` a scene is not as meant; empty, it is."""
    print(json.dumps({"scene": scene, **said}), flush=True)


def outcome(command: list[str], seconds: float) -> dict[str, str]:
    """Scenes, and what is different in each; nothing is well. An attempt that ends early, or takes longer than
    `seconds` for a step, says so at the scene it has come to."""
    try:
        with TemporaryFile() as errors:
            return asyncio.run(_heard(command, seconds, errors))
    finally:
        end_all()


async def _heard(command: list[str], seconds: float, errors: IO[bytes]) -> dict[str, str]:
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, stderr=errors)
    assert process.stdout
    found: dict[str, str] = {}
    scene = step = "start"
    try:
        while line := await asyncio.wait_for(process.stdout.readline(), seconds):
            told = json.loads(line)
            scene, step = told["scene"], told.get("step", step)
            if "why" in told:
                found[scene] = found.get(scene) or told["why"]
        if status := await asyncio.wait_for(process.wait(), seconds):
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip().splitlines() or [f"status {status}"]
            found[scene] = f"{step}: {said[-1]}"
    except TimeoutError:
        process.kill()
        await process.wait()
        found[scene] = f"{step}: not done in {seconds:g} s, so it was ended"
    return found


def adopt() -> None:
    """From now on what is left behind by a process below this one, as a server is, becomes a child of this one."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_all() -> None:
    """Every process below this one, at once."""
    while below := list(_below(os.getpid())):
        for pid in below:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                continue  # it has ended, or is the child of one that is about to end


def _below(pid: int) -> Iterator[int]:
    for children in Path("/proc", str(pid), "task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:
            continue
        for child in map(int, found):
            yield child
            yield from _below(child)
