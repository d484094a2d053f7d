"""Bytes from the web: one GET with limits, every failure one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotedb.errors import UnreadableSource
from quotedb.reading.content.raw import Raw

if TYPE_CHECKING:
    import httpx

MAX_PAGE_BYTES = 50_000_000  #: of one page, after decompression
TIMEOUT_SECONDS = 20.0  #: for the connection and for each read
MAX_REDIRECTS = 10
_AGENT = "quotedb (reads pages that a person names)"
_MEANINGS = {
    401: "asks for a password; save the page as a file and ingest that",
    403: "does not let programs in; save the page as a file and ingest that",
    404: "is not there (404); check the address",
    410: "is gone (410); look for an archived copy",
    429: "asks for fewer requests (429); wait and try again",
}


def from_url(url: str) -> Raw:
    """Fetch an http(s) page, following redirections. Raises UnreadableSource for whatever stands in the way."""
    if url.partition("://")[0].lower() not in ("http", "https"):
        raise UnreadableSource(f"{url} is neither a file nor a web address; quotedb reads http and https addresses")
    import httpx  # here: a program that reads files only need not wait for it

    try:
        with (
            httpx.Client(follow_redirects=True, timeout=TIMEOUT_SECONDS, max_redirects=MAX_REDIRECTS) as client,
            client.stream("GET", url, headers={"User-Agent": _AGENT}) as response,
        ):
            if response.status_code != 200:
                raise UnreadableSource(f"{url} {_meaning(response.status_code)}")
            content = _limited(response, url)
            return Raw(content, url, url, url=str(response.url), suffix=_suffix(response), charset=_charset(response))
    except httpx.TimeoutException:
        raise UnreadableSource(f"{url} did not answer within {TIMEOUT_SECONDS:.0f} seconds; try again later") from None
    except httpx.TooManyRedirects:
        raise UnreadableSource(f"{url} redirects in a circle; open it in a browser and save the page") from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise UnreadableSource(f"{url} is no valid web address; check it") from None
    except httpx.ConnectError as error:
        raise UnreadableSource(
            f"{url} cannot be reached ({_reason(error)}); check the name of the site and the network"
        ) from None
    except (httpx.HTTPError, OSError, ValueError) as error:
        raise UnreadableSource(f"{url} could not be fetched ({_reason(error)}); try again later") from None


def _meaning(status: int) -> str:
    if status >= 500:
        return f"has a problem at the site itself ({status}); try again later"
    return _MEANINGS.get(status, f"was answered with status {status} instead of a page; check the address")


def _limited(response: httpx.Response, url: str) -> bytes:
    parts, size = [], 0
    for part in response.iter_bytes():
        parts.append(part)
        size += len(part)
        if size > MAX_PAGE_BYTES:
            raise UnreadableSource(
                f"{url} is larger than {MAX_PAGE_BYTES // 1_000_000} MB, the limit for a page; "
                "save what you need as a file"
            )
    return b"".join(parts)


def _suffix(response: httpx.Response) -> str:
    """The suffix that a file of the declared type would have, since addresses say little."""
    media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
    known = {"text/html": ".html", "application/xhtml+xml": ".html", "text/markdown": ".md", "text/plain": ".txt"}
    return known.get(media_type, "")


def _charset(response: httpx.Response) -> str | None:
    return response.charset_encoding


def _reason(error: BaseException) -> str:
    return str(error).strip().rstrip(".") or type(error).__name__
