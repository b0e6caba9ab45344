CREATE TABLE agencies (
  id @id,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE services (
  id @id,
  agency BIGINT NOT NULL REFERENCES agencies (id),
  name TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  about TEXT NOT NULL,
  answer_within_days INTEGER NOT NULL CHECK (answer_within_days BETWEEN 1 AND 365)
);
