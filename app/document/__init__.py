"""The document: immutable strokes and drawings, their history, files and journal. Qt-free."""
