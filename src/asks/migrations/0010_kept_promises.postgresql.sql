-- Since when a promise is kept that was made before this answer; it stays when the answer is corrected.
ALTER TABLE answers ADD COLUMN kept_on TEXT;
UPDATE answers SET kept_on = to_char(to_timestamp(published_at / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD')
  WHERE how = 'kept';
CREATE INDEX answers_kept ON answers (kept_on, ask);
