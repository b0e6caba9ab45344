-- An agency has an address of its own, can want answers looked over, and can be closed; so can a service, which is for
-- topics and, unless it is for everywhere, for places.
ALTER TABLE agencies ADD COLUMN slug TEXT NOT NULL DEFAULT '';
UPDATE agencies SET slug = 'agency-' || id;
CREATE UNIQUE INDEX agencies_by_slug ON agencies (slug);
ALTER TABLE agencies ADD COLUMN second_pair_of_eyes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agencies ADD COLUMN closed_at BIGINT;
ALTER TABLE services ADD COLUMN closed_at BIGINT;
CREATE TABLE service_topics (
  service BIGINT NOT NULL REFERENCES services (id),
  topic BIGINT NOT NULL REFERENCES topics (id),
  PRIMARY KEY (service, topic)
);
CREATE TABLE service_places (
  service BIGINT NOT NULL REFERENCES services (id),
  place BIGINT NOT NULL REFERENCES places (id),
  PRIMARY KEY (service, place)
);
CREATE INDEX service_topics_by_topic ON service_topics (topic);
CREATE INDEX service_places_by_place ON service_places (place);
