-- That a promise is kept is said by another version of its answer. What was noted here becomes that version, and the
-- promise what was answered before.
INSERT INTO answer_history (ask, version, how, because, outcome, text, will_do_by, published_at)
  SELECT n.ask, n.version, n.how, n.because, n.outcome, n.text, n.will_do_by, n.published_at
  FROM answers n JOIN promises_kept y ON y.ask = n.ask WHERE n.outcome = 'will';
UPDATE answers SET
    kept_on = (SELECT y.kept_on FROM promises_kept y WHERE y.ask = answers.ask),
    text = (SELECT y.text FROM promises_kept y WHERE y.ask = answers.ask),
    written_by = (SELECT y.noted_by FROM promises_kept y WHERE y.ask = answers.ask),
    written_at = (SELECT y.noted_at FROM promises_kept y WHERE y.ask = answers.ask),
    published_at = (SELECT y.noted_at FROM promises_kept y WHERE y.ask = answers.ask),
    outcome = 'done', will_do_by = NULL, version = version + 1, how = 'kept', because = ''
  WHERE outcome = 'will' AND ask IN (SELECT y.ask FROM promises_kept y);
DROP TABLE promises_kept;
