"""The driver guards rest on names that Textual does not promise. When it moves, this says so first."""

import inspect

import pytest
from textual._compositor import Compositor
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from caucasus_tui.tui.terminal.driver import SafeDriver
from caucasus_tui.tui.terminal.terminal_app import TerminalApp


@pytest.mark.parametrize(
    ("owner", "name", "parameters"),
    [
        (Screen, "_compositor_refresh", ["self"]),
        (Screen, "_refresh_layout", ["self", "size", "scroll"]),
        (Widget, "_check_refresh", ["self"]),
        (Compositor, "_render_chops", ["self", "crop", "is_rendered_line"]),
        (App, "_handle_exception", ["self", "error"]),
        (App, "_set_pointer_shape", ["self", "shape"]),
        (App, "_close_messages_no_wait", ["self"]),
        (XTermParser, "parse_mouse_code", ["self", "code"]),
        (XTermParser, "_sequence_to_key_events", ["self", "sequence", "alt"]),
        (Input, "_on_key", ["self", "event"]),
        (Driver, "process_message", ["self", "message"]),
        (Driver, "send_message", ["self", "message"]),
    ],
)
def test_what_is_overridden_or_called_is_still_there(owner: type, name: str, parameters: list[str]) -> None:
    assert list(inspect.signature(getattr(owner, name)).parameters) == parameters


def test_attributes_that_are_read_are_still_set() -> None:
    source = inspect.getsource(App) + inspect.getsource(inspect.getmodule(App._close_messages_no_wait))  # type: ignore[arg-type]
    for name in ("_batch_count", "_running", "_closed", "_return_code", "_driver"):
        assert f"self.{name}" in source
    for name in ("_app", "_loop", "_mouse", "_size", "_auto_restart"):
        assert f"self.{name} = " in inspect.getsource(Driver)
    assert "self._compositor" in inspect.getsource(Screen)
    for owner, name in ((Compositor, "_dirty_regions"), (Screen, "_dirty_widgets")):
        assert f"self.{name}" in inspect.getsource(owner)


def test_our_driver_has_all_that_the_original_has_for_the_app() -> None:
    """Whatever the app may call on a driver."""
    public = {name for name in vars(LinuxDriver) if not name.startswith("_")} - {"run_input_thread"}
    assert not [name for name in public if not hasattr(SafeDriver, name)]
    assert issubclass(TerminalApp, App)
