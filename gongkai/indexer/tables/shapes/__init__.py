"""The form's tables in another shape."""
