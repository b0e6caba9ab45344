CREATE TABLE jobs (
  id @id,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  unique_key TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'dead')),
  -- When it may be claimed: its time while it waits, the end of the lease while it runs.
  due_at BIGINT NOT NULL,
  -- Whose it is while it runs: a new random word each time it is claimed.
  claim TEXT,
  attempts INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  failed_at BIGINT
);
CREATE UNIQUE INDEX jobs_waiting_once ON jobs (unique_key) WHERE state = 'waiting';
CREATE INDEX jobs_by_due ON jobs (due_at) WHERE state <> 'dead';
CREATE INDEX jobs_dead ON jobs (failed_at) WHERE state = 'dead';

-- When the kinds that are run every so often are next put into the queue.
CREATE TABLE job_schedules (
  kind TEXT PRIMARY KEY,
  next_at BIGINT NOT NULL
);
