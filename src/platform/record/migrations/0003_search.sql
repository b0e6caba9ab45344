CREATE INDEX record_by_time ON record_entries (at, id);
CREATE INDEX record_by_actor ON record_entries (actor, at, id);
