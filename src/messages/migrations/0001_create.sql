CREATE TABLE contacts (
  id @id,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  language TEXT NOT NULL,
  large_print INTEGER NOT NULL DEFAULT 0,
  pace TEXT NOT NULL DEFAULT 'at-once',
  stopped_at BIGINT,
  created_at BIGINT NOT NULL,
  UNIQUE (channel, address)
);
-- One message to one address: what is sent is a row before it is sent, and stays one whatever becomes of it.
CREATE TABLE outbox (
  id @id,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  contact BIGINT REFERENCES contacts (id),
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  path TEXT NOT NULL,
  link TEXT NOT NULL,
  why TEXT NOT NULL,
  forget INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting',
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at BIGINT NOT NULL,
  sent_as TEXT,
  error TEXT NOT NULL DEFAULT '',
  created_at BIGINT NOT NULL,
  settled_at BIGINT,
  UNIQUE (kind, key, address)
);
CREATE INDEX outbox_due ON outbox (state, next_at);
-- News for a contact, until it is gathered into a message.
CREATE TABLE news (
  id @id,
  contact BIGINT NOT NULL REFERENCES contacts (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  about_kind TEXT NOT NULL,
  about_id BIGINT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  path TEXT NOT NULL,
  link TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  message BIGINT REFERENCES outbox (id),
  UNIQUE (contact, kind, key)
);
CREATE INDEX news_by_about ON news (about_kind, about_id);
CREATE INDEX news_waiting ON news (message, contact);
