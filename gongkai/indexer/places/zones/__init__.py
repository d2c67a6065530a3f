"""Where does a zone lie, and which is the page's own?"""
