"""What all measurements share: medians and percentiles of times, and lines to print."""

from __future__ import annotations

import functools
import gc
import statistics
import time
from collections.abc import Callable, Sequence


def forget() -> None:
    """Empty what the parser keeps of the texts it has read: the same text parsed twice is no measure of a new one."""
    kept = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    for one in kept:
        # word lists, which have no bound, are made once for all texts
        if one.__module__.startswith("quotedb") and one.cache_parameters()["maxsize"] is not None:
            one.cache_clear()


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process for one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def wall(work: Callable[[], object]) -> float:
    """Seconds on the clock for one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def heading(text: str) -> None:
    """Print the head of a part."""
    print(f"\n{text}", flush=True)


def line(name: str, *values: str) -> None:
    """Print one line of a table."""
    print(f"  {name:<34}" + "".join(f"{value:>22}" for value in values), flush=True)
