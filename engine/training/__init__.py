"""How each bundled weight file was made: `python -m engine.training.NAME`."""
