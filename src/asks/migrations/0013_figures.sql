-- The figures of a county and of its services are read from these alone, however many asks there are.
CREATE INDEX asks_answered ON asks (answer_days)
  WHERE answered_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
DROP INDEX asks_by_answer_days;
CREATE INDEX asks_answered_by_service ON asks (service, answer_days)
  WHERE answered_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX asks_waiting_by_service ON asks (service, due_on)
  WHERE waits = 1 AND returned_at IS NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
