-- An ask also goes back when the family whose words it had takes them back and others had joined it: nobody gives it back
-- then.
CREATE TABLE ask_returns_anew (
  id @id,
  ask BIGINT NOT NULL REFERENCES asks (id),
  reason TEXT NOT NULL,
  suggested BIGINT REFERENCES services (id),
  returned_by BIGINT REFERENCES people (id),
  returned_at BIGINT NOT NULL
);
INSERT INTO ask_returns_anew (ask, reason, suggested, returned_by, returned_at)
  SELECT ask, reason, suggested, returned_by, returned_at FROM ask_returns ORDER BY id;
DROP TABLE ask_returns;
ALTER TABLE ask_returns_anew RENAME TO ask_returns;
CREATE INDEX ask_returns_by_ask ON ask_returns (ask);
