"""Matching: the same words elsewhere, or not."""

from __future__ import annotations

from quotedb.matching.verify import verify

__all__ = ["verify"]
