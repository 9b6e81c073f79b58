"""`python -m caucasus_tui` is the same program as `caucasus-tui`."""

from caucasus_tui.start import main

raise SystemExit(main())
