"""The archive and the versions, kept: the only room that speaks DuckDB and SQLite."""
