-- Whether nobody but its reader may learn that there is this message: it stands in no list of the outbox.
ALTER TABLE outbox ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0;
