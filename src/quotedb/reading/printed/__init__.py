"""Documents that are printed pages: lines put back into paragraphs."""
