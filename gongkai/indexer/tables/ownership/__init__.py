"""Whose and which year's a table is."""
