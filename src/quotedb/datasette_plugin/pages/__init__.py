"""The pages that people read: one module a page, one function a page."""

from __future__ import annotations

from quotedb.datasette_plugin.pages.checking import verify_page
from quotedb.datasette_plugin.pages.document import document_page
from quotedb.datasette_plugin.pages.front import front_page
from quotedb.datasette_plugin.pages.quotation import quote_page
from quotedb.datasette_plugin.pages.searching import search_page
from quotedb.datasette_plugin.pages.speaker import names, speaker_page

#: (address, page): these addresses stay, whatever else changes. A citation ends with its address in brackets: what a mail
#: program takes of the bracket does no harm
ROUTES = [
    (r"^/$", front_page),
    (r"^/search(?:\.(?P<format>json|csv|atom))?$", search_page),
    (r"^/quote/(?P<uid>[0-9A-Za-z]{1,64})(?:[^0-9A-Za-z/%]|%[0-9A-F]{2}){0,6}$", quote_page),
    (r"^/document/(?P<id>[0-9]+)$", document_page),
    (r"^/speaker/(?P<slug>[^/]+)$", speaker_page),
    (r"^/names\.json$", names),
    (r"^/verify$", verify_page),
]
