"""How fast is it, beside what can be had without it? `python -m benchmarks` prints one table of ratios."""
