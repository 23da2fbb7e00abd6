"""What the map is painted from: its canvas, its scene, its key and its foot."""
