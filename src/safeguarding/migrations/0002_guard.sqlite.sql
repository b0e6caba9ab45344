-- The log and the hand-overs are added to, and never changed or removed.
CREATE TRIGGER safeguarding_log_stays BEFORE DELETE ON safeguarding_log
BEGIN
  SELECT RAISE(ABORT, 'the log of safeguarding cannot be changed');
END;

CREATE TRIGGER safeguarding_log_stands BEFORE UPDATE ON safeguarding_log
BEGIN
  SELECT RAISE(ABORT, 'the log of safeguarding cannot be changed');
END;

-- INSERT OR REPLACE removes rows without asking the triggers of DELETE.
CREATE TRIGGER safeguarding_log_once BEFORE INSERT ON safeguarding_log
WHEN EXISTS (SELECT 1 FROM safeguarding_log WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'the log of safeguarding cannot be changed');
END;

CREATE TRIGGER safeguarding_handovers_stay BEFORE DELETE ON safeguarding_handovers
BEGIN
  SELECT RAISE(ABORT, 'a hand-over cannot be changed');
END;

CREATE TRIGGER safeguarding_handovers_stand BEFORE UPDATE ON safeguarding_handovers
BEGIN
  SELECT RAISE(ABORT, 'a hand-over cannot be changed');
END;

CREATE TRIGGER safeguarding_handovers_once BEFORE INSERT ON safeguarding_handovers
WHEN EXISTS (SELECT 1 FROM safeguarding_handovers WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'a hand-over cannot be changed');
END;
