CREATE TABLE search_index (
  kind TEXT NOT NULL,
  item BIGINT NOT NULL,
  tokens TSVECTOR NOT NULL,
  PRIMARY KEY (kind, item)
);

CREATE INDEX search_index_tokens ON search_index USING GIN (tokens);
