-- Entries are added and sealed once, and never changed or removed.
CREATE TRIGGER record_entries_stay BEFORE DELETE ON record_entries
BEGIN
  SELECT RAISE(ABORT, 'entries of the record cannot be removed');
END;

CREATE TRIGGER record_entries_stand BEFORE UPDATE OF id, at, actor, action, subject, detail ON record_entries
BEGIN
  SELECT RAISE(ABORT, 'entries of the record cannot be changed');
END;

CREATE TRIGGER record_seals_stand BEFORE UPDATE OF sequence, hash ON record_entries WHEN OLD.sequence IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'sealed entries of the record cannot be changed');
END;

CREATE TRIGGER record_head_stays BEFORE DELETE ON record_head
BEGIN
  SELECT RAISE(ABORT, 'the head of the record cannot be removed');
END;

CREATE TRIGGER record_head_rises BEFORE UPDATE ON record_head WHEN NEW.sequence < OLD.sequence
BEGIN
  SELECT RAISE(ABORT, 'the head of the record cannot go back');
END;

-- INSERT OR REPLACE removes rows without asking the triggers of DELETE.
CREATE TRIGGER record_entries_once BEFORE INSERT ON record_entries
WHEN EXISTS (SELECT 1 FROM record_entries WHERE id = NEW.id OR sequence = NEW.sequence)
BEGIN
  SELECT RAISE(ABORT, 'entries of the record cannot be replaced');
END;

CREATE TRIGGER record_head_once BEFORE INSERT ON record_head WHEN EXISTS (SELECT 1 FROM record_head)
BEGIN
  SELECT RAISE(ABORT, 'the head of the record cannot be replaced');
END;
