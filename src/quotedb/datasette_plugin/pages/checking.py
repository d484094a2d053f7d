"""Verify: paste a quote or a draft, see whether the record has these words, from this speaker, with every changed word marked."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

from datasette import Response

from quotedb.database import most_quoted
from quotedb.datasette_plugin.marking import differences
from quotedb.datasette_plugin.site import SECURITY, Site, open_site
from quotedb.errors import QuotedbError
from quotedb.matching import FLAGS, VERDICTS, around, check_draft, covered, draft_page, is_open, verify
from quotedb.models import Document, Match
from quotedb.reading import iso_date

#: A quote in an address: longer ones are sent in a form's body, and cannot be shared by link.
SHORT = 1500
#: A longer draft is for the command line (characters).
LONGEST_DRAFT = 200_000
NAMES_OFFERED = 200
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


async def verify_page(request: Any, datasette: Any) -> Response:
    """`/verify?quote=&speaker=&date=`; a longer quote or a `draft` by POST."""
    site = await open_site(datasette, request)
    given: Any = await request.post_vars() if request.method == "POST" else request.args
    quote, speaker = (given.get("quote") or "").strip(), (given.get("speaker") or "").strip()
    date, mistake = _date((given.get("date") or "").strip())
    draft = (given.get("draft") or "").replace("\r\n", "\n").replace("\0", "").strip()
    if draft and len(draft) <= LONGEST_DRAFT:
        return await _draft(site, draft)
    if draft:  # it stands in its field again: nothing that was pasted is lost
        mistake = (
            f"A draft of {len(draft):,} characters is too long for this page: {LONGEST_DRAFT:,} at most. "
            "On your machine: quotedb verify DATABASE --file DRAFT"
        )
    offered = await site.remembered("names", lambda conn: most_quoted(conn, NAMES_OFFERED))
    verdict = await site.ask(lambda conn: verify(conn, quote, speaker or None, date=date or None)) if quote else None
    return await site.page(
        "verify",
        quote=quote,
        speaker=speaker,
        date=date,
        draft=draft,
        mistake=mistake,
        verdict=verdict,
        means=VERDICTS[verdict.verdict] if verdict else None,
        flags=FLAGS,
        is_open=is_open,
        covered=covered(verdict.coverage) if verdict else "",
        matches=[_shown(match) for match in verdict.matches] if verdict else [],
        offered=offered,
        shareable=_address(site, quote, speaker, date) if quote and len(quote) <= SHORT else None,
    )


def _date(typed: str) -> tuple[str, str]:
    """A date as ISO, and what is wrong with it; what is none is not asked for."""
    try:
        return iso_date(typed) or "", ""
    except QuotedbError as error:
        return "", str(error)


def _address(site: Site, quote: str, speaker: str, date: str) -> str:
    """The address of an answer, to be sent to others."""
    return site.absolute("/verify", quote=quote, speaker=speaker, **({"date": date} if date else {}))


def _shown(match: Match) -> dict[str, Any]:
    """A match as the page shows it: the words in what stands round them, or what differs."""
    before, after = around(match)
    told = match.diff and match.verdict not in ("verbatim", "not-found")
    changed = told and any(op != "equal" for op, _, _ in match.diff)
    return {"match": match, "diff": differences(match.diff) if changed else None, "before": before, "after": after}


async def _draft(site: Site, text: str) -> Response:
    """The report on a draft: the same page that the command line writes, with links into this site."""
    document = Document(text, title=next(line.strip() for line in text.splitlines() if line.strip()).lstrip("# ")[:120])
    report = await site.ask(lambda conn: check_draft(conn, document))
    html = draft_page(report, lambda uid: site.link(f"/quote/{uid}"), site.link("/verify"))
    # its style stands in the page, and is let in by its own fingerprint
    digest = base64.b64encode(hashlib.sha256("".join(_STYLE.findall(html)[:1]).encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; frame-ancestors 'self'"
    return Response.html(html, headers={**SECURITY, "content-security-policy": policy})
