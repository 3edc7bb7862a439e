"""The canvas: view, stroke cache, overlays."""
