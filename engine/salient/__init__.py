"""What stands out in a photo: its salient object, found by a small bundled U2-Net."""
