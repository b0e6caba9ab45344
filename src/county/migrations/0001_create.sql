CREATE TABLE topics (
  id @id,
  name TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  closed_at BIGINT
);
CREATE TABLE places (
  id @id,
  name TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  closed_at BIGINT
);
CREATE TABLE bank_holidays (
  day TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL
);
CREATE TABLE county_settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);
-- Words of the county's own on a page of ours, one text for a language.
CREATE TABLE county_words (
  page TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (page, language)
);
