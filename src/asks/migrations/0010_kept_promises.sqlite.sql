-- Since when a promise is kept that was made before this answer; it stays when the answer is corrected.
ALTER TABLE answers ADD COLUMN kept_on TEXT;
UPDATE answers SET kept_on = date(published_at / 1000, 'unixepoch') WHERE how = 'kept';
CREATE INDEX answers_kept ON answers (kept_on, ask);
