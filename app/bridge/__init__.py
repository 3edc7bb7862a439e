"""The only crossing between program and engine: scheduling, and delivery to the GUI thread."""
