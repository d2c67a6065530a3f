"""Which body reports, for whom: its name, and the metadata of a report."""
