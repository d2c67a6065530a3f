"""The numbers that sentences state: whose, of when, of what."""
