"""Which strokes, and which parts of them, help or hurt: SLA and P-SLA, and what follows from them.

Sketch explainability (`sketch_explainability`) sections 4 and 5. Importing this imports no torch.
"""
