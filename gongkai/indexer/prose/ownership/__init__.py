"""Whose a number of the prose is, of when, of what else."""
