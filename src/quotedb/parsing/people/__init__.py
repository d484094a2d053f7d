"""Who is who in one document: names taken apart, labels, offices, descriptions and pronouns."""
