"""Which characters of a PDF page does a reader see, and which digits as one number?"""
