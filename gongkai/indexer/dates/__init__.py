"""The year reported on, and the day of publication."""
