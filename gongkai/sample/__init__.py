"""Made-up reports with known numbers: real places, invented figures and prose."""
