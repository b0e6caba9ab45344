-- Asks have an index of their own, and nothing else was in the common one.
CREATE TABLE search_asks (item BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL);
CREATE INDEX search_asks_tokens ON search_asks USING GIN (tokens);

INSERT INTO search_asks SELECT item, tokens FROM search_index WHERE kind = 'asks';

DROP TABLE search_index;
