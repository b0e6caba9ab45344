-- The log and the hand-overs are added to, and never changed or removed.
CREATE FUNCTION safeguarding_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log of safeguarding cannot be changed';
END;
$$;

CREATE TRIGGER safeguarding_log_stays BEFORE UPDATE OR DELETE ON safeguarding_log
FOR EACH ROW EXECUTE FUNCTION safeguarding_refuse();

CREATE TRIGGER safeguarding_log_not_emptied BEFORE TRUNCATE ON safeguarding_log
FOR EACH STATEMENT EXECUTE FUNCTION safeguarding_refuse();

CREATE TRIGGER safeguarding_handovers_stay BEFORE UPDATE OR DELETE ON safeguarding_handovers
FOR EACH ROW EXECUTE FUNCTION safeguarding_refuse();

CREATE TRIGGER safeguarding_handovers_not_emptied BEFORE TRUNCATE ON safeguarding_handovers
FOR EACH STATEMENT EXECUTE FUNCTION safeguarding_refuse();
