"""What can go wrong, as sentences: every message names the thing and says what to do."""


class QuotedbError(Exception):
    """Base of everything quotedb raises on purpose; its text is shown to people as it is."""


class UnreadableSource(QuotedbError):
    """A file, URL or text that cannot become a document."""


class UnusableDatabase(QuotedbError):
    """A file that is no quotedb database, is newer than this program, or cannot be opened or written."""


class UnknownName(QuotedbError):
    """A speaker, utterance or other thing that the database does not hold."""
