-- Voices that may be about harm. Only safeguarding leads see these rows through the program.
CREATE TABLE safeguarding_cases (
  id @id,
  reference TEXT NOT NULL UNIQUE,
  voice BIGINT NOT NULL REFERENCES voices (id),
  raised_by BIGINT NOT NULL REFERENCES people (id),
  raised_at BIGINT NOT NULL,
  why TEXT NOT NULL,
  look_by BIGINT NOT NULL,
  looked_at BIGINT,
  decide_by BIGINT NOT NULL,
  decided_at BIGINT,
  state TEXT NOT NULL
);
-- A voice has one case at a time; one that was given back may be raised again.
CREATE UNIQUE INDEX safeguarding_cases_by_voice ON safeguarding_cases (voice) WHERE state <> 'given-back';
CREATE INDEX safeguarding_cases_by_state ON safeguarding_cases (state, decide_by);

-- Who did what with a case, each look at it included. It is the only record of it.
CREATE TABLE safeguarding_log (
  id @id,
  case_id BIGINT NOT NULL REFERENCES safeguarding_cases (id),
  at BIGINT NOT NULL,
  person BIGINT REFERENCES people (id),
  did TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX safeguarding_log_by_case ON safeguarding_log (case_id, id);

-- To whom a case was handed over.
CREATE TABLE safeguarding_handovers (
  id @id,
  case_id BIGINT NOT NULL REFERENCES safeguarding_cases (id),
  at BIGINT NOT NULL,
  person BIGINT NOT NULL REFERENCES people (id),
  to_whom TEXT NOT NULL,
  to_other TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  their_reference TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX safeguarding_handovers_by_case ON safeguarding_handovers (case_id, id);

-- How a safeguarding lead is reached when it is urgent; without a row, by the address of their account.
CREATE TABLE safeguarding_reach (
  person BIGINT NOT NULL PRIMARY KEY REFERENCES people (id),
  email TEXT NOT NULL,
  mobile TEXT NOT NULL
);

-- Voices with words that can mean danger, for a person to read first. `found` is what of the list, one a line.
CREATE TABLE safeguarding_flags (
  id @id,
  voice BIGINT NOT NULL REFERENCES voices (id),
  found TEXT NOT NULL,
  raised_at BIGINT NOT NULL,
  cleared_at BIGINT,
  cleared_by BIGINT REFERENCES people (id),
  reason TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX safeguarding_flags_waiting ON safeguarding_flags (voice) WHERE cleared_at IS NULL;
