"""The library of the user's own photos: indexed in the background, searched by every stroke."""
