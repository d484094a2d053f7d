"""Matching: the same words elsewhere, or not."""

from __future__ import annotations

from quotedb.matching.draft import check_draft
from quotedb.matching.linking import link
from quotedb.matching.report import (
    FLAGS,
    VERDICTS,
    around,
    covered,
    draft_page,
    is_clean,
    is_open,
    line_of,
    remarks,
    said_of_speaker,
    tally,
    worth_showing,
)
from quotedb.matching.variants import variants_of
from quotedb.matching.verification import verify
from quotedb.matching.wire import collapsed

__all__ = [
    "FLAGS",
    "VERDICTS",
    "around",
    "check_draft",
    "collapsed",
    "covered",
    "draft_page",
    "is_clean",
    "is_open",
    "line_of",
    "link",
    "remarks",
    "said_of_speaker",
    "tally",
    "variants_of",
    "verify",
    "worth_showing",
]
