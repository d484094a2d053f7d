"""The zones of a document: which block is running text, which a heading, a caption, a comment, furniture."""
