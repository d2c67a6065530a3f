"""What is counted: requests, answers, ways, items, fees, people, reviews."""
