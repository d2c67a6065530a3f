"""Which cells belong to which row, and in how many ways may they be read?"""
