ALTER TABLE people ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE people ADD COLUMN signed_in_at BIGINT;
-- Wrong passwords and codes, by a keyed hash of the e-mail address: of accounts and of addresses that have none alike.
CREATE TABLE sign_in_tries (
  account TEXT PRIMARY KEY,
  wrong INTEGER NOT NULL,
  since BIGINT NOT NULL,
  open_at BIGINT NOT NULL
);
-- Who has given the right password and is asked for a code, or to set one up; by their visit.
CREATE TABLE half_sign_ins (
  session BIGINT PRIMARY KEY,
  person BIGINT NOT NULL REFERENCES people (id),
  onward TEXT NOT NULL,
  kept TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
-- The secret is sealed. The step is that of the last code that was taken, so that none is taken twice.
CREATE TABLE second_factors (
  person BIGINT PRIMARY KEY REFERENCES people (id),
  secret TEXT NOT NULL,
  last_step BIGINT NOT NULL DEFAULT 0,
  confirmed_at BIGINT NOT NULL
);
CREATE TABLE recovery_codes (
  person BIGINT NOT NULL REFERENCES people (id),
  code_hash TEXT NOT NULL,
  PRIMARY KEY (person, code_hash)
);
-- Links sent by e-mail. Without a person: for an address that has no account, so that both take as long.
CREATE TABLE account_links (
  token_hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  person BIGINT REFERENCES people (id),
  email TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX account_links_by_email ON account_links (email, kind);
-- Who is on the way to their agency's own sign-in and back.
CREATE TABLE agency_sign_ins (
  state_hash TEXT PRIMARY KEY,
  session BIGINT NOT NULL,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  onward TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
