-- How much was said lately is counted from this alone, and nothing else was found by the day it came in.
DROP INDEX voices_by_received;
CREATE INDEX voices_said ON voices (received_at) WHERE heard_on = '' AND hidden IS NULL;
