CREATE TABLE people (
  id @id,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1,
  created_at BIGINT NOT NULL
);
CREATE TABLE person_roles (
  person BIGINT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  PRIMARY KEY (person, role)
);
CREATE TABLE person_services (
  person BIGINT NOT NULL REFERENCES people (id),
  service BIGINT NOT NULL REFERENCES services (id),
  PRIMARY KEY (person, service)
);
