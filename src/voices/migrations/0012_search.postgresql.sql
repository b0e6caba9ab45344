CREATE TABLE search_voices (item BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL);
CREATE INDEX search_voices_tokens ON search_voices USING GIN (tokens);
