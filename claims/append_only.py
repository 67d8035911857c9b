"""Tables whose rows are written once: the database itself refuses to change or delete them."""

from typing import Any

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION stet_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def lay(connection: BaseDatabaseWrapper, table: str) -> None:
    """Make the database refuse UPDATE and DELETE on the table; laying twice is harmless."""
    lift(connection, table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES_FUNCTION)
            cursor.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION stet_refuse_change()"
            )
            return
        for act in ("UPDATE", "DELETE"):
            cursor.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only: {act} refused'); END"
            )


def lift(connection: BaseDatabaseWrapper, table: str) -> None:
    """Take the refusal away again, for a migration that rebuilds the table and for emptying a test database."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}")
            return
        for act in ("update", "delete"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{act}")


class AppendOnly(migrations.RunPython):
    """Migration step that lays the triggers on a model's table. A later migration that alters the table on SQLite
    rebuilds it without them: it ends with another AppendOnly."""

    def __init__(self, app_label: str, model_name: str) -> None:
        self.app_label, self.model_name = app_label, model_name
        super().__init__(self._lay, self._lift, elidable=False)

    def _lay(self, apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
        lay(schema_editor.connection, self._table(apps))

    def _lift(self, apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
        lift(schema_editor.connection, self._table(apps))

    def _table(self, apps: Any) -> str:
        return str(apps.get_model(self.app_label, self.model_name)._meta.db_table)

    def deconstruct(self) -> Any:
        return (type(self).__name__, [self.app_label, self.model_name], {})
