"""Which body reports, by what it has of its own: its site, its account, its documents, its leading group?"""
