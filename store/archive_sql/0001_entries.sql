-- The truth (DECISIONS.md D9). Times are ISO text in UTC; a later file may add, and never changes what stands here.

-- One sequence of everything that happened: `through` of a snapshot counts it.
CREATE TABLE entries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, -- a number that a purge freed is never given again
    kind TEXT NOT NULL CHECK (kind IN ('mail', 'correction', 'review', 'purge')),
    known_at TEXT NOT NULL,
    payload TEXT -- JSON of a person's word; null for a mail
) STRICT;

CREATE TABLE mails (
    seq INTEGER PRIMARY KEY REFERENCES entries (seq),
    sha256 TEXT NOT NULL UNIQUE,
    identity TEXT NOT NULL UNIQUE, -- Message-ID, body and non-trace headers, hashed (D23)
    size INTEGER NOT NULL, -- bytes of the content as it was received
    full_size INTEGER, -- of a mail over the cap, whose headers alone are kept
    first_import INTEGER NOT NULL
) STRICT;

-- A table of its own, so that looking mails up never reads past their bytes.
CREATE TABLE contents (
    seq INTEGER PRIMARY KEY REFERENCES mails (seq),
    deflated BLOB NOT NULL -- zlib
) STRICT;

-- Where a mail was found: once for each place, the same mail in several (D23).
CREATE TABLE receipts (
    source TEXT NOT NULL,
    place TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES mails (seq),
    known_at TEXT NOT NULL,
    ordinal INTEGER NOT NULL, -- 0: the first receipt of the mail
    PRIMARY KEY (source, place, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipts_by_mail ON receipts (seq, ordinal);

CREATE TABLE cursors (
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;

-- Sources that were pulled to their end once: mails of a first import are no news (D6).
CREATE TABLE imports (
    source TEXT PRIMARY KEY,
    finished_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Attempts at reading a mail that nobody cleared: two deaths of a worker are a quarantine (D25).
CREATE TABLE attempts (
    sha256 TEXT PRIMARY KEY,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    run_id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    status TEXT CHECK (status IN ('done', 'partial', 'failed')),
    fetched INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    quarantined INTEGER NOT NULL DEFAULT 0,
    statements INTEGER NOT NULL DEFAULT 0,
    changes INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What went wrong with a source; what is wrong with a mail can be derived from it again.
CREATE TABLE faults (
    fault_id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (run_id),
    source TEXT,
    sha256 TEXT,
    stage TEXT NOT NULL,
    problem TEXT NOT NULL,
    remedy TEXT NOT NULL,
    known_at TEXT NOT NULL
) STRICT;
