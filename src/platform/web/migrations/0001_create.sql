CREATE TABLE sessions (
  id @id,
  token_hash TEXT NOT NULL UNIQUE,
  viewer BIGINT,
  csrf_secret TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  kept_path TEXT,
  kept_form TEXT
);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
CREATE INDEX sessions_by_viewer ON sessions (viewer);
