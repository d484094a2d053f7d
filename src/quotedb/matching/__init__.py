"""Matching: the same words elsewhere, or not."""

from __future__ import annotations

from quotedb.matching.verification import verify

__all__ = ["verify"]
