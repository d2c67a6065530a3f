"""Is a report that of a whole place or of one body, and of whose place?"""
