"""One encoder interface; the bundled model and, later, open_clip models behind it."""
