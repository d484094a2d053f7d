"""What is known about a document beside its text: titles, dates, front matter, about.csv."""
