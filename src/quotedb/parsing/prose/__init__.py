"""Reading running text: quotation marks, words with their tags, noun phrases, clauses and who governs them."""
