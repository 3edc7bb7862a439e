"""From the events of mouse and tablet to `PenSample`s, and from shaky samples to smooth ink."""
