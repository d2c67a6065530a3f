"""Readings of tables that may rest on chance: they are dropped."""
