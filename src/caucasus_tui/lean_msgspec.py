"""msgspec, loaded without `typing_extensions` where nothing has loaded that yet.

On the Pythons that this runs on, `typing` has all that msgspec takes from there; with what it brings it is a fifth of
what msgspec takes to load.
"""

import sys

if "typing_extensions" not in sys.modules:
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]
