"""Documents whose blocks are marked up: web pages and Word files."""
