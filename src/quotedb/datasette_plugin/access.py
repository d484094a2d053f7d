"""Who may see what: one question for both permission systems of Datasette."""

from __future__ import annotations

from typing import Any


async def may_see(datasette: Any, actor: dict[str, Any] | None, database: str, table: str) -> bool:
    """Whether `actor` (None: a stranger) may see a table of a database, by the site's own `allow` blocks and plugins."""
    if hasattr(datasette, "allowed"):  # Datasette 1.0
        from datasette.resources import TableResource

        return bool(await datasette.allowed(action="view-table", resource=TableResource(database, table), actor=actor))
    from datasette import Forbidden

    try:
        await datasette.ensure_permissions(
            actor, [("view-table", (database, table)), ("view-database", database), "view-instance"]
        )
    except Forbidden:
        return False
    return True
