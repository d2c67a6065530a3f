"""Is a page a report at all, or several?"""
