"""The papers' metrics and protocols, behind `strokewise eval`."""
