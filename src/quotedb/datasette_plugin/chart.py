"""Statements over time as a picture: inline SVG with a text alternative, no script."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

HEIGHT, WIDTH, GAP = 120, 640, 2


def bars(periods: Sequence[tuple[str, int, int]]) -> Markup:
    """Stacked bars, one a period: (period, statements in transcripts, in articles); nothing for fewer than two periods."""
    if len(periods) < 2:
        return Markup("")
    most = max(turns + quoted for _, turns, quoted in periods)
    step = WIDTH / len(periods)
    parts = []
    for number, (period, turns, quoted) in enumerate(periods):
        x, width = number * step, max(1.0, min(step - GAP, 40))
        low = 0.0
        for kind, count in (("turns", turns), ("quoted", quoted)):
            if count:
                height = max(1.5, HEIGHT * count / most)
                parts.append(
                    Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}: {} {}</title></rect>').format(
                        kind, x, HEIGHT - low - height, width, height, period, count,
                        "in transcripts" if kind == "turns" else "in articles",
                    )
                )  # fmt: skip
                low += height
    told = "; ".join(f"{period}: {turns + quoted}" for period, turns, quoted in periods if turns + quoted)
    first, last = periods[0][0], periods[-1][0]
    return Markup(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="img" aria-labelledby="chart-title chart-told">'
        '<title id="chart-title">Statements over time, {first} to {last}</title><desc id="chart-told">{told}</desc>'
        '{bars}<text x="0" y="{y}">{first}</text><text x="{w}" y="{y}" text-anchor="end">{last}</text></svg>'
    ).format(w=WIDTH, h=HEIGHT + 20, y=HEIGHT + 16, first=first, last=last, told=told, bars=Markup("").join(parts))


def shares(sources: Sequence[tuple[str, int]]) -> Markup:
    """Horizontal bars, one a source: (name, statements), the most first; nothing for fewer than two."""
    if len(sources) < 2:
        return Markup("")
    most, row = max(count for _, count in sources), 18
    bars_ = [
        Markup('<rect class="turns" x="0" y="{}" width="{:.1f}" height="{}"><title>{}: {}</title></rect>').format(
            number * row + 2, max(2.0, WIDTH * count / most), row - 5, name, count
        )
        for number, (name, count) in enumerate(sources)
    ]
    told = "; ".join(f"{name}: {count}" for name, count in sources)
    return Markup(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="img" aria-labelledby="shares-title shares-told">'
        '<title id="shares-title">Statements by source</title><desc id="shares-told">{told}</desc>{bars}</svg>'
    ).format(w=WIDTH, h=row * len(sources), told=told, bars=Markup("").join(bars_))
