"""Where is this on the photo: dense correspondence of a drawing and a photo, both ways.

After Lu, Wang and Fan, *Learning Dense Correspondences between Photos and Sketches* (ICML 2023).
"""
