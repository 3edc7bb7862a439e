"""CLIPasso (Vinker et al. 2022): a photo as n strokes, found by optimising against an encoder."""
