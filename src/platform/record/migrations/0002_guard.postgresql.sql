-- Entries are added and sealed once, and never changed or removed.
CREATE FUNCTION record_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record cannot be changed';
END;
$$;

CREATE TRIGGER record_entries_stay BEFORE DELETE ON record_entries
FOR EACH ROW EXECUTE FUNCTION record_refuse();

CREATE TRIGGER record_entries_not_emptied BEFORE TRUNCATE ON record_entries
FOR EACH STATEMENT EXECUTE FUNCTION record_refuse();

CREATE TRIGGER record_entries_stand BEFORE UPDATE OF id, at, actor, action, subject, detail ON record_entries
FOR EACH ROW EXECUTE FUNCTION record_refuse();

CREATE TRIGGER record_seals_stand BEFORE UPDATE OF sequence, hash ON record_entries
FOR EACH ROW WHEN (OLD.sequence IS NOT NULL) EXECUTE FUNCTION record_refuse();

CREATE TRIGGER record_head_stays BEFORE DELETE ON record_head
FOR EACH ROW EXECUTE FUNCTION record_refuse();

CREATE TRIGGER record_head_rises BEFORE UPDATE ON record_head
FOR EACH ROW WHEN (NEW.sequence < OLD.sequence) EXECUTE FUNCTION record_refuse();
