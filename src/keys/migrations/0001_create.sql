-- Whether single keys do something on a person's lists; for who chose nothing, they do.
CREATE TABLE key_settings (
  person BIGINT NOT NULL PRIMARY KEY REFERENCES people (id),
  keys_on INTEGER NOT NULL
);
