"""A verdict in one plain sentence, for somebody who has to stand up for it."""

from __future__ import annotations

from collections.abc import Sequence

from quotedb.models import Coverage, Match, VerdictName
from quotedb.parsing import words

_WARNINGS = {
    "number-changed": "a number differs",
    "negation-changed": "a “not” is more or less",
    "name-changed": "a name differs",
}
#: A difference of more words is "other words", not a list of counts.
COUNTABLE = 40


def explanation(
    verdict: VerdictName, flags: Sequence[str], matches: Sequence[Match], coverage: Coverage, asked: Sequence[str] = ()
) -> str:
    """What the verdict means here: what the record has, whose words they are, and what differs.

    `asked`: the names of the record that the speaker asked for may have.
    """
    if verdict == "not-found" or not matches:
        near = "The nearest passages are:" if matches else "Nothing near them does, either."
        once = ", but in a text that was replaced since then" if "earlier-version" in flags else ""
        return f"These words do not stand in the record{once}. {near}"
    if "across-passages" in flags:
        return _across(matches)
    if verdict == "other-speaker":
        nobody = coverage.with_speaker == 0
        whom = "nobody there has that name" if nobody else "from somebody else"
        whom += _when(flags)
        some = "Every word stands" if _whole(matches[0]) else "Nearly these words stand"
        return f"{some} in the record, but {whom}{_differing(matches[0])}:"
    if verdict == "verbatim":
        whose = f"{_from(matches[0], coverage, asked, flags)}{_but(matches[0])}"
        return f"Every word stands in the record{whose}{_only(flags, matches)}{_when(flags)}:"
    whose = f"{_from(matches[0], coverage, asked, flags)}{_only(flags, matches)}{_when(flags)}"
    # translators choose other words, not other numbers, and none adds a "not"
    excused = "only-translation" in flags and not {"number-changed", "negation-changed"}.intersection(flags)
    translated = ", as translations differ" if excused else ""
    if "earlier-version" in flags:
        whose += ", and exactly so in a text that was replaced since then"
    if verdict == "altered" and "spelling-only" in flags:
        return f"The record has these words{whose}, in another spelling:"
    if verdict == "altered":
        return f"The record has this passage{whose}, but not in these words{_differing(matches[0])}{translated}:"
    return f"The record seems to have this statement in another wording{whose}{translated}; read both:"


def _across(matches: Sequence[Match]) -> str:
    """Who said the parts of a quote that stands in several passages."""
    names = list(dict.fromkeys(match.speaker or match.label or "nobody named" for match in matches))
    whose = f", all from {names[0]}" if len(names) == 1 else f", from {', then '.join(names)}"
    return f"Every word stands in the record, but in {len(matches)} passages that follow each other{whose}:"


def _whole(match: Match) -> bool:
    return all(op == "equal" for op, _, _ in match.diff)


def _from(match: Match, coverage: Coverage, asked: Sequence[str], flags: Sequence[str]) -> str:
    if coverage.with_speaker is None or "reported-only" in flags:  # the words of a report are the outlet's
        return ""
    if "quoted" in match.flags and "speaker-uncertain" in match.flags:
        return f", in words that {match.speaker or 'somebody'} quotes, and whose they were is less than sure"
    if "speaker-uncertain" not in match.flags:
        return ", from this speaker"
    if set((match.speaker or "").split("; ")).intersection(asked):
        return ", perhaps from this speaker"
    if match.speaker is None:
        return ", but the record does not know from whom"
    return f", but from {match.speaker} as far as the record knows, which is less than sure"


def _but(match: Match) -> str:
    """What the record itself says of these words."""
    quotes = "quoted" in match.flags and "speaker-uncertain" not in match.flags
    said = f", which {match.speaker or 'somebody'} quotes there" if quotes else ""
    return said + (", and is said there never to have been said" if "denied" in match.flags else "")


def _only(flags: Sequence[str], matches: Sequence[Match]) -> str:
    if "reported-only" in flags:
        return ", but only as an article reports it in its own words, not to be quoted as anybody's"
    if "transcript-differs" in flags:
        differing = [text for flag, text in _WARNINGS.items() if flag in matches[-1].flags]
        what = f", where {' and '.join(differing)}" if differing else ""
        return f", but only in articles; what the transcript has stands last{what}"
    return ", but only in articles" if "article-only" in flags else ""


def _when(flags: Sequence[str]) -> str:
    return ", but of another date" if "other-date" in flags else ""


def _differing(match: Match) -> str:
    """The differences counted: ": 1 word left out, 2 others, and a number differs"."""
    counts = {"left out": 0, "added": 0, "changed": 0}
    for op, ours, theirs in match.diff:
        here, there = len(words(ours)), len(words(theirs))
        if op == "equal" or ours == "…":
            continue
        counts["changed"] += min(here, there)
        counts["left out"] += max(0, there - here)
        counts["added"] += max(0, here - there)
    told = [f"{count} {name}" for name, count in counts.items() if count]
    if not told:
        return ""
    first = next(iter(count for count in counts.values() if count))
    told[0] = told[0].replace(" ", " word " if first == 1 else " words ", 1)
    if sum(counts.values()) > COUNTABLE:
        told = ["many words differ"]
    told += [text for flag, text in _WARNINGS.items() if flag in match.flags]
    return ": " + (told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}")
