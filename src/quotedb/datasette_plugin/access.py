"""Who may see what: one question for both permission systems of Datasette."""

from __future__ import annotations

from typing import Any


async def may_see(datasette: Any, actor: dict[str, Any] | None, database: str, table: str | None = None) -> bool:
    """Whether `actor` (None: a stranger) may see a database, or a table of it, by the site's own `allow` blocks and plugins."""
    if hasattr(datasette, "allowed"):  # Datasette 1.0
        from datasette.resources import DatabaseResource, TableResource

        action, resource = (
            ("view-table", TableResource(database, table)) if table else ("view-database", DatabaseResource(database))
        )
        return bool(await datasette.allowed(action=action, resource=resource, actor=actor))
    from datasette import Forbidden

    asked: list[Any] = [("view-database", database), "view-instance"]
    try:
        await datasette.ensure_permissions(actor, [("view-table", (database, table)), *asked] if table else asked)
    except Forbidden:
        return False
    return True
