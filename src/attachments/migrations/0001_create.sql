-- A photo or a recording that somebody sends with their words: of a draft by its key, then of what the draft became.
CREATE TABLE attachments (
  id @id,
  draft TEXT,
  source_kind TEXT,
  source_id BIGINT,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  state TEXT NOT NULL,
  digest TEXT NOT NULL,
  size BIGINT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  added_at BIGINT NOT NULL,
  decided_at BIGINT
);
CREATE UNIQUE INDEX attachments_by_draft ON attachments (draft, digest) WHERE draft IS NOT NULL;
CREATE INDEX attachments_by_source ON attachments (source_kind, source_id, id);
CREATE INDEX attachments_refused ON attachments (decided_at) WHERE state = 'refused';

-- What the file holds, by itself so that a list does not read it.
CREATE TABLE attachment_contents (
  attachment BIGINT NOT NULL PRIMARY KEY REFERENCES attachments (id),
  content @bytes NOT NULL
);
