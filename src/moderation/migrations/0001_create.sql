-- What a moderator is to look at: an item of a kind, once while it waits. One that was asked about again names the
-- item it is about, and is for another moderator.
CREATE TABLE moderation_items (
  id @id,
  kind TEXT NOT NULL,
  item BIGINT NOT NULL,
  queued_at BIGINT NOT NULL,
  due_on TEXT NOT NULL,
  again_of BIGINT UNIQUE REFERENCES moderation_items (id),
  plea TEXT NOT NULL DEFAULT '',
  decided_at BIGINT,
  decided_by BIGINT REFERENCES people (id),
  decision TEXT,
  reason TEXT,
  note TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX moderation_waiting_once ON moderation_items (kind, item) WHERE decided_at IS NULL;
CREATE INDEX moderation_waiting ON moderation_items (queued_at, id) WHERE decided_at IS NULL;
CREATE INDEX moderation_by_item ON moderation_items (kind, item, id);

-- What readers reported, without knowing who they are.
CREATE TABLE moderation_reports (
  id @id,
  item BIGINT NOT NULL REFERENCES moderation_items (id),
  reason TEXT NOT NULL,
  words TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX moderation_reports_by_item ON moderation_reports (item, id);
