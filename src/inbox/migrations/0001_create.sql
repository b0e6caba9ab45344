-- Filters of the inbox that a person wants again.
CREATE TABLE inbox_views (
  id @id,
  person BIGINT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  UNIQUE (person, name)
);
-- Who has a voice open, so that two people do not work on one unawares.
CREATE TABLE inbox_presence (
  voice BIGINT NOT NULL REFERENCES voices (id),
  person BIGINT NOT NULL REFERENCES people (id),
  opened_at BIGINT NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (voice, person)
);
CREATE INDEX inbox_presence_by_time ON inbox_presence (until);
-- Who did what with a voice, for those who work on it next.
CREATE TABLE inbox_deeds (
  id @id,
  voice BIGINT NOT NULL REFERENCES voices (id),
  person BIGINT NOT NULL REFERENCES people (id),
  deed TEXT NOT NULL,
  done_at BIGINT NOT NULL
);
CREATE INDEX inbox_deeds_by_voice ON inbox_deeds (voice, id);
-- What a person chose; who chose nothing has the shortcuts.
CREATE TABLE inbox_settings (
  person BIGINT NOT NULL PRIMARY KEY REFERENCES people (id),
  shortcuts INTEGER NOT NULL
);
-- How a voice was heard that somebody recorded for somebody else.
CREATE TABLE recordings (
  voice BIGINT NOT NULL PRIMARY KEY REFERENCES voices (id),
  recorded_by BIGINT NOT NULL REFERENCES people (id),
  heard_where TEXT NOT NULL,
  heard_on TEXT NOT NULL,
  heard_how TEXT NOT NULL,
  heard_from TEXT NOT NULL,
  consent TEXT NOT NULL,
  group_name TEXT NOT NULL,
  recorded_at BIGINT NOT NULL
);
CREATE INDEX recordings_by_person ON recordings (recorded_by, recorded_at);
-- Spreadsheets that somebody looks through before anything of them is stored; emptied when they are, or after an hour.
CREATE TABLE inbox_sheets (
  id @id,
  person BIGINT NOT NULL REFERENCES people (id),
  file_name TEXT NOT NULL,
  content TEXT NOT NULL,
  uploaded_at BIGINT NOT NULL,
  stored_at BIGINT,
  stored BIGINT NOT NULL DEFAULT 0,
  already_here BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX inbox_sheets_by_time ON inbox_sheets (uploaded_at);
-- What came back stands on top of the list, however many asks there are.
CREATE INDEX asks_returned ON asks (returned_at) WHERE returned_at IS NOT NULL;
