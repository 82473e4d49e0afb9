-- A person's words are entries of the one sequence, each a JSON object (DECISIONS.md D14). They are found without reading past
-- millions of mails, say something, and are followed by others, never changed. A purge deletes them.
CREATE INDEX entries_said ON entries (seq) WHERE kind IN ('correction', 'review');

CREATE TRIGGER words_say_something BEFORE INSERT ON entries
WHEN NEW.kind IN ('correction', 'review') AND NOT coalesce(json_valid(NEW.payload), 0)
BEGIN
    SELECT RAISE(ABORT, 'a person''s word is a JSON object');
END;

CREATE TRIGGER words_stay BEFORE UPDATE ON entries
WHEN OLD.kind IN ('correction', 'review')
BEGIN
    SELECT RAISE(ABORT, 'a person''s word is never changed; another one follows it');
END;
