-- Whether an answer helped is counted with the ask now; what is missing stays here.
INSERT INTO ask_verdicts (ask, source_kind, source_id, helped, given_at)
  SELECT ask, 'voice', voice, helped, given_at FROM voice_verdicts;
DROP INDEX voice_verdicts_by_ask;
