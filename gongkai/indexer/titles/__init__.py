"""What is a report's title, and which words of it are an agency's name?"""
