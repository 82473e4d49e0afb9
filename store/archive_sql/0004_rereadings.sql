-- When history was read again by a better extractor or another configuration, and what that moved: no later reading can tell.
CREATE TABLE IF NOT EXISTS rereadings (
    rereading_id INTEGER PRIMARY KEY,
    known_at TEXT NOT NULL,
    came INTEGER NOT NULL, -- changes that were not there before
    went INTEGER NOT NULL, -- changes that are not there any more
    lost INTEGER NOT NULL -- reviews whose change went
) STRICT;
