"""What the name of a body says by itself."""
