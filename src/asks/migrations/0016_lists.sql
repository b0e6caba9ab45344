-- The list of asks that wait is found from an index with what it is filtered by: service and clock. SQLite reads a
-- condition that every row of an index meets from the row all the same, unless the index has its column.
DROP INDEX asks_waiting;
CREATE INDEX asks_owed ON asks (due_on, id, service, paused_on, waits, returned_at, hidden_at, withdrawn_at)
  WHERE waits = 1 AND returned_at IS NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
