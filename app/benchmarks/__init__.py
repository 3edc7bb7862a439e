"""Benchmarks of the window, run offscreen by `strokewise bench`; the engine has its own."""
