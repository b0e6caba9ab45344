CREATE TABLE search_told (item BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL);
CREATE INDEX search_told_tokens ON search_told USING GIN (tokens);
