"""How is a web page read?"""
