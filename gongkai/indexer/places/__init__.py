"""Where a body sits."""
