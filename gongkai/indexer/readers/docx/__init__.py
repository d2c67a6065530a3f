"""How is a Word document read?"""
