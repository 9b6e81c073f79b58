"""The recorded tour: short, small, safe to play in any terminal, and still the way that its keys lead."""

import json

import pyte

from caucasus_tui.dossier.model.dossier import Dossier
from tests.screen import reading
from tools.tour import CAST, SENT_BACK, SIZE, STEPS

LINES = [json.loads(line) for line in CAST.read_text(encoding="utf-8").splitlines()]


def test_it_is_in_the_format_of_asciinema_and_of_bounded_size() -> None:
    header, *events = LINES
    assert (header["version"], header["width"], header["height"]) == (2, *SIZE)
    assert all(len(event) == 3 and event[1] == "o" for event in events)
    times = [event[0] for event in events]
    assert times == sorted(times) and times[0] == 0 and times[-1] <= 60
    assert CAST.stat().st_size <= 200_000


def test_it_asks_the_terminal_nothing_and_switches_nothing_on_that_would_send() -> None:
    assert not [event for event in LINES[1:] if SENT_BACK.search(event[2].encode())]


def test_what_was_recorded_shows_what_its_steps_say() -> None:
    screen = pyte.Screen(*SIZE)
    stream = pyte.Stream(screen)
    assert len(LINES) == len(STEPS) + 2, "run `make pictures`"
    for step, event in zip(STEPS, LINES[1:], strict=False):
        stream.feed(event[2])
        assert step.shows in "\n".join(screen.display), f"after {step.key}: run `make pictures`"


async def test_its_keys_still_lead_there(real: Dossier) -> None:
    async with reading(real, SIZE) as reader:
        for step in STEPS:
            if step.key:
                await reader.press(step.key)
            assert step.shows in reader.screen, f"after {step.key}"
