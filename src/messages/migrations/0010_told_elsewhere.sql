-- Where somebody is written to who signs in with this address and wants to be told in another way.
ALTER TABLE contacts ADD COLUMN told_by TEXT;
ALTER TABLE contacts ADD COLUMN told_at TEXT NOT NULL DEFAULT '';
