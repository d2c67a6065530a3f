"""The lists of figures of 2014 and before."""
