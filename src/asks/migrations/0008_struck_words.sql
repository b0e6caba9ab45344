-- The words and their language as they were before a moderator took something out; NULL while they stand as they were.
ALTER TABLE asks ADD COLUMN struck_words TEXT;
ALTER TABLE asks ADD COLUMN struck_language TEXT;
