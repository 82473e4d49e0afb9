-- Who got the report of which week: one mail each, whatever is run again. A row is written when the server has taken the mail.
CREATE TABLE IF NOT EXISTS deliveries (
    week TEXT NOT NULL, -- 2026-W47
    recipient TEXT NOT NULL,
    message_id TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (week, recipient)
) STRICT, WITHOUT ROWID;
