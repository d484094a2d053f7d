"""Web pages that set a speaker off by their markup alone: whoever speaks once is set off like those who speak often."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import quotedb

if TYPE_CHECKING:
    from pathlib import Path

VELT, MARSH, OLIN = (
    "Ana Velt (Mayo, Ind)",
    "Bo Marsh (Minister for Harbours; Sound, Lab)",
    "Seán Olin (Ternhaven, Chair)",
)
TALK = [
    (VELT, "I thank the Minister for her answer. When will the gate be shut?"),
    (MARSH, "I told the House in March. It will be shut in May."),
    (VELT, "That is what she said last year as well. I have the letter here."),
    (OLIN, "The Deputy may read it. She has a minute."),
    (VELT, "I shall read it, then."),
    (MARSH, "You need not. I wrote it."),
]
SHORT = {VELT: "Ana Velt", MARSH: "Bo Marsh", OLIN: "Seán Olin"}
HANDLES = {VELT: "ana", MARSH: "bo", OLIN: "seán"}
PAGES = {
    "definitions": ("<dl>", "<dt>{name}</dt><dd><p>{said}</p></dd>", "</dl>"),
    "a table of two columns": ("<table>", "<tr><td>{name}</td><td>{said}</td></tr>", "</table>"),
    "a class for the speaker": ("", '<div><span class="speaker">{name}</span><p>{said}</p></div>', ""),
    "a citation": ("", "<p><cite>{label}</cite></p><blockquote><p>{said}</p></blockquote>", ""),
    "links below the name": (
        "",
        (
            '<div><p class="speaker"><strong>{name}</strong> <small>{seat}</small></p>'
            '<small>Link to this: <a href="#a">alone</a> | <a href="#b">in the debate</a></small><p>{said}</p></div>'
        ),
        "",
    ),
    "the time in a line of its own": (
        "",
        "<p><small>2:0{n} p.m.</small></p><p><b>{name}</b> <i>{seat}</i></p><p>{said}</p>",
        "",
    ),
    "a chat of today": (
        "",
        '<div><span class="user">{handle}</span> <span class="at">Today at 10:0{n} AM</span><div>{said}</div></div>',
        "",
    ),
}


def turns(folder: Path, body: str) -> list[tuple[str | None, str]]:
    """Label and words of every turn of a page."""
    path = folder / "page.html"
    path.write_text(f"<html><body><main><h1>The harbour debate</h1>{body}</main></body></html>", encoding="utf-8")
    return [(u.label, u.text) for u in quotedb.parse(quotedb.read(path)) if u.kind == "turn"]


@pytest.mark.parametrize("name", PAGES)
def test_who_speaks_once(name: str, tmp_path: Path) -> None:
    """The chair speaks once, without "I" or "you", and has the same markup as the others."""
    top, form, end = PAGES[name]
    body = "".join(
        form.format(
            label=label, name=SHORT[label], seat=label[len(SHORT[label]) + 1 :], handle=HANDLES[label], said=said, n=n
        )
        for n, (label, said) in enumerate(TALK)
    )
    print_as = HANDLES if "{handle}" in form else SHORT if "{seat}" not in form and "{label}" not in form else {}
    assert turns(tmp_path, top + body + end) == [(print_as.get(label, label), said) for label, said in TALK]


NOBODY = {
    "terms that stand once": "".join(
        f"<dl><dt>{term}</dt><dd>You tie a boat to it, I am told.</dd></dl>" for term in ("Cleat", "Tern Post", "Ring")
    ),
    "openings of paragraphs": "".join(
        f"<p><b>{words}</b> you come to the harbour of Ternhaven, which I like.</p>" for words in ("By Boat", "On Foot", "By Train")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOBODY)
def test_what_stands_once_alone(name: str, tmp_path: Path) -> None:
    """Where nothing comes back, what is set off names nobody."""
    assert turns(tmp_path, NOBODY[name]) == []
