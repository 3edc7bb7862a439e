"""SketchEmbedNet (Wang et al., *SketchEmbedNet: Learning Novel Concepts by Imitating Drawings*).

An image is embedded as a Gaussian vector (`model`), from which a recurrent decoder draws it again
as a sequence of pen movements (`decoder`, `sampling`). `jobs` answers the program's requests:
redraw, go on, blend and morph; `symbols` knows a drawn symbol again after one example.
"""
