"""Docks, bars and dialogs around the canvas."""
