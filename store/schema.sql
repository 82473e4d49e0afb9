-- The snapshot (CONTRACT.md 5): private tables, and the public views over them in SQL that DuckDB 1.0 speaks.
-- No keys and no indexes (DECISIONS.md D11), and no lists: a DuckDB 1.0 cannot read a table whose lists are all empty. Any change of this file makes the next run derive everything again (D15).

CREATE SCHEMA private;

CREATE TABLE private.meta (name VARCHAR, value VARCHAR);

-- 1. What mails say

CREATE TABLE private.mails (
    sha256 VARCHAR, message_id VARCHAR, source VARCHAR, sent_at TIMESTAMP, stated_at TIMESTAMP, known_at TIMESTAMP,
    sender VARCHAR, sender_address VARCHAR, subject VARCHAR, language VARCHAR, kind VARCHAR, first_import BOOLEAN,
    organisation VARCHAR
);

-- payload: the whole statement as deflated JSON, which the fold starts from; the other columns are what views show of it
CREATE TABLE private.statements (
    statement_id VARCHAR, sha256 VARCHAR, ordinal INTEGER, mode VARCHAR, status VARCHAR, status_stated BOOLEAN,
    reason VARCHAR, stated_by VARCHAR, payload BLOB
);

CREATE TABLE private.events (
    sha256 VARCHAR, position INTEGER, ordinal INTEGER, statement_id VARCHAR, kind VARCHAR, planned BOOLEAN, count INTEGER,
    happened_at VARCHAR, evidence VARCHAR, start_offset INTEGER, end_offset INTEGER
);

CREATE TABLE private.flags (
    flag_id VARCHAR, sha256 VARCHAR, position INTEGER, ordinal INTEGER, statement_id VARCHAR, rule VARCHAR,
    evidence VARCHAR, start_offset INTEGER, end_offset INTEGER, note VARCHAR, review VARCHAR
);

CREATE TABLE private.mail_problems (
    sha256 VARCHAR, position INTEGER, source VARCHAR, stage VARCHAR, problem VARCHAR, remedy VARCHAR, cause VARCHAR, known_at TIMESTAMP
);

-- 2. What belongs together; link_keys also has mails that state nothing, whose statement_id is in no statement

CREATE TABLE private.link_keys (statement_id VARCHAR, sha256 VARCHAR, ordinal INTEGER, stated_at TIMESTAMP, payload VARCHAR);

CREATE TABLE private.index_keys (key VARCHAR, statement_id VARCHAR);

CREATE TABLE private.links (
    statement_id VARCHAR, requisition_id VARCHAR, parent_statement_id VARCHAR, rule VARCHAR, score DOUBLE, revised VARCHAR
);

-- 3. What follows for each requisition

CREATE TABLE private.requisitions (
    requisition_id VARCHAR, reference VARCHAR, title VARCHAR, client VARCHAR, status VARCHAR, followed BOOLEAN, owner VARCHAR,
    twin_of VARCHAR, first_seen_at TIMESTAMP, last_changed_at TIMESTAMP, last_confirmed_at TIMESTAMP
);

CREATE TABLE private.aliases (requisition_id VARCHAR, position INTEGER, alias VARCHAR, normalised VARCHAR);

CREATE TABLE private.versions (
    requisition_id VARCHAR, version INTEGER, statement_id VARCHAR, sha256 VARCHAR, message_id VARCHAR,
    stated_at TIMESTAMP, known_at TIMESTAMP, stated_by VARCHAR, mode VARCHAR, status VARCHAR
);

-- speaker: who wrote the words in the end; stated_by: what the demand itself says, null where it leaves that to its statement
CREATE TABLE private.requirements (
    requisition_id VARCHAR, version INTEGER, position INTEGER, sha256 VARCHAR, message_id VARCHAR, stated_at TIMESTAMP, speaker VARCHAR,
    category VARCHAR, key VARCHAR, label VARCHAR, necessity VARCHAR, evidence VARCHAR, start_offset INTEGER, end_offset INTEGER,
    min DOUBLE, max DOUBLE, unit VARCHAR, text VARCHAR, confidence DOUBLE, necessity_stated BOOLEAN, hedged BOOLEAN, relative BOOLEAN,
    alternatives VARCHAR, group_need INTEGER, condition VARCHAR, reason VARCHAR, stated_by VARCHAR, open_class BOOLEAN
);

CREATE TABLE private.hints (
    requisition_id VARCHAR, why VARCHAR, position INTEGER, sha256 VARCHAR, message_id VARCHAR, stated_at TIMESTAMP, speaker VARCHAR,
    category VARCHAR, key VARCHAR, label VARCHAR, necessity VARCHAR, evidence VARCHAR, start_offset INTEGER, end_offset INTEGER,
    min DOUBLE, max DOUBLE, unit VARCHAR, text VARCHAR, confidence DOUBLE, necessity_stated BOOLEAN, hedged BOOLEAN, relative BOOLEAN,
    alternatives VARCHAR, group_need INTEGER, condition VARCHAR, reason VARCHAR, stated_by VARCHAR, open_class BOOLEAN
);

CREATE TABLE private.changes (
    change_id VARCHAR, requisition_id VARCHAR, version INTEGER, position INTEGER, sha256 VARCHAR, message_id VARCHAR,
    stated_at TIMESTAMP, known_at TIMESTAMP, category VARCHAR, key VARCHAR, label VARCHAR, change VARCHAR, effect VARCHAR,
    reason VARCHAR, stated_by VARCHAR, before VARCHAR, after VARCHAR, implied BOOLEAN, before_message_id VARCHAR,
    before_evidence VARCHAR, evidence VARCHAR, review VARCHAR
);

-- mails that demanded the same again
CREATE TABLE private.confirmations (requisition_id VARCHAR, position INTEGER, sha256 VARCHAR);

-- where a person's word counts instead of what was read; seq is that word's
CREATE TABLE private.corrected (
    requisition_id VARCHAR, position INTEGER, seq INTEGER, sha256 VARCHAR, category VARCHAR, key VARCHAR,
    start_offset INTEGER, end_offset INTEGER, said_by VARCHAR, note VARCHAR, said_at TIMESTAMP
);

-- 4. Told anew of all requisitions with each publication, since each one's risk rests on the others and on the moment; none while it is closed

CREATE TABLE private.risks (requisition_id VARCHAR, risk INTEGER);

-- reason: `code factor=1.62 name=value …`
CREATE TABLE private.risk_reasons (requisition_id VARCHAR, position INTEGER, reason VARCHAR);

CREATE TABLE private.risk_settings (name VARCHAR, value DOUBLE);

-- 5. Copied from the archive with each publication

-- people's words; payload: the whole word as JSON
CREATE TABLE private.words (
    seq INTEGER, kind VARCHAR, statement_id VARCHAR, other_statement_id VARCHAR, sha256 VARCHAR, ordinal INTEGER, category VARCHAR,
    key VARCHAR, reviewed VARCHAR, verdict VARCHAR, said VARCHAR, said_by VARCHAR, note VARCHAR, said_at TIMESTAMP, undo BOOLEAN,
    in_force BOOLEAN, payload VARCHAR
);

CREATE TABLE private.faults (
    position INTEGER, sha256 VARCHAR, source VARCHAR, stage VARCHAR, problem VARCHAR, remedy VARCHAR, cause VARCHAR, known_at TIMESTAMP
);

CREATE TABLE private.runs (
    run_id INTEGER, started_at TIMESTAMP, finished_at TIMESTAMP, status VARCHAR, fetched INTEGER, archived INTEGER,
    duplicates INTEGER, quarantined INTEGER, statements INTEGER, changes INTEGER
);

-- 6. The public views

CREATE VIEW messages AS
SELECT
    sha256, message_id, source, sent_at, stated_at, known_at, sender, sender_address, organisation, subject, language, kind, first_import,
    coalesce(requisition_ids, []) AS requisition_ids
FROM private.mails
LEFT JOIN (
    SELECT k.sha256 AS mail, list(DISTINCT l.requisition_id ORDER BY l.requisition_id) AS requisition_ids
    FROM private.link_keys AS k JOIN private.links AS l USING (statement_id)
    GROUP BY k.sha256
) AS belonging ON mail = sha256;

CREATE VIEW requisitions AS
SELECT
    r.requisition_id, coalesce(a.aliases, []) AS aliases, r.reference, r.title, r.client, r.status, r.followed, r.owner,
    k.risk, CASE WHEN k.risk IS NOT NULL THEN coalesce(g.risk_reasons, []) END AS risk_reasons, r.twin_of, r.first_seen_at, r.last_changed_at, r.last_confirmed_at, coalesce(v.versions, 0) AS versions
FROM private.requisitions AS r
LEFT JOIN (
    SELECT requisition_id, list(alias ORDER BY position) AS aliases FROM private.aliases GROUP BY requisition_id
) AS a ON a.requisition_id = r.requisition_id
LEFT JOIN (
    SELECT requisition_id, count(*) AS versions FROM private.versions GROUP BY requisition_id
) AS v ON v.requisition_id = r.requisition_id
LEFT JOIN private.risks AS k ON k.requisition_id = r.requisition_id
LEFT JOIN (
    SELECT requisition_id, list(reason ORDER BY position) AS risk_reasons FROM private.risk_reasons GROUP BY requisition_id
) AS g ON g.requisition_id = r.requisition_id;

CREATE VIEW statements AS
SELECT s.statement_id, l.requisition_id, s.sha256, s.ordinal, s.mode, s.status, s.status_stated, s.reason, s.stated_by
FROM private.statements AS s LEFT JOIN private.links AS l ON l.statement_id = s.statement_id;

CREATE VIEW links AS
SELECT statement_id, requisition_id, parent_statement_id, rule, score, revised FROM private.links;

CREATE VIEW versions AS
SELECT requisition_id, version, sha256, message_id, stated_at, known_at, stated_by, mode, status FROM private.versions;

CREATE VIEW requirements AS
SELECT
    requisition_id, version, sha256, message_id, stated_at, category, key, label, necessity, min, max, unit, text, evidence,
    start_offset, end_offset, confidence, necessity_stated, hedged, relative, alternatives, group_need, condition, reason,
    speaker AS stated_by
FROM private.requirements;

CREATE VIEW hints AS
SELECT
    requisition_id, sha256, message_id, stated_at, why, category, key, label, necessity, min, max, unit, text, evidence,
    start_offset, end_offset, confidence, necessity_stated, hedged, relative, alternatives, group_need, condition, reason,
    speaker AS stated_by
FROM private.hints;

CREATE VIEW changes AS
SELECT
    change_id, requisition_id, version, sha256, message_id, stated_at, known_at, category, key, label, change, effect, reason,
    stated_by, before, after, implied, before_message_id, before_evidence, evidence, review
FROM private.changes;

CREATE VIEW events AS
SELECT
    l.requisition_id, e.sha256, m.message_id, e.kind, e.planned, e.count, e.happened_at, m.known_at, e.evidence,
    e.start_offset, e.end_offset
FROM private.events AS e
JOIN private.mails AS m ON m.sha256 = e.sha256
LEFT JOIN private.links AS l ON l.statement_id = e.statement_id;

CREATE VIEW flags AS
SELECT
    f.flag_id, l.requisition_id, f.sha256, m.message_id, f.rule, f.evidence, f.start_offset, f.end_offset, f.note, f.review
FROM private.flags AS f
JOIN private.mails AS m ON m.sha256 = f.sha256
LEFT JOIN private.links AS l ON l.statement_id = f.statement_id;

CREATE VIEW problems AS
SELECT sha256, source, stage, cause, problem, remedy, known_at FROM private.mail_problems
UNION ALL
SELECT sha256, source, stage, cause, problem, remedy, known_at FROM private.faults;

CREATE VIEW corrections AS
SELECT
    w.seq AS correction_id, w.kind, l.requisition_id, w.sha256, w.ordinal, w.category, w.key, w.reviewed, w.said, w.said_by, w.note,
    w.said_at,
    CASE
        WHEN w.undo THEN 'undo'
        WHEN NOT w.in_force THEN 'replaced'
        WHEN w.kind = 'correct' AND w.seq NOT IN (SELECT seq FROM private.corrected) THEN 'lapsed'
        WHEN w.kind = 'review' AND w.reviewed NOT IN (
            SELECT change_id FROM private.changes UNION ALL SELECT flag_id FROM private.flags
        ) THEN 'lapsed'
        WHEN w.statement_id NOT IN (SELECT statement_id FROM private.link_keys) THEN 'lapsed'
        WHEN w.other_statement_id NOT IN (SELECT statement_id FROM private.link_keys) THEN 'lapsed'
        ELSE 'holds'
    END AS state
FROM private.words AS w LEFT JOIN private.links AS l ON l.statement_id = w.statement_id;

CREATE VIEW runs AS
SELECT run_id, started_at, finished_at, status, fetched, archived, duplicates, quarantined, statements, changes FROM private.runs;
