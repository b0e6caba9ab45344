CREATE TABLE person_agencies (
  person BIGINT NOT NULL REFERENCES people (id),
  agency BIGINT NOT NULL REFERENCES agencies (id),
  PRIMARY KEY (person, agency)
);
