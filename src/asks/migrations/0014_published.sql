-- What everybody reads of an ask: when the answer that stands was published, what became of the ask by it (done, will,
-- cannot, kept), and the day of a promise that is not kept yet. Lists and figures are read from indexes of what is shown
-- alone, so that they take as long as what they show.
ALTER TABLE asks ADD COLUMN published_at BIGINT;
ALTER TABLE asks ADD COLUMN became TEXT;
ALTER TABLE asks ADD COLUMN promised_for TEXT;
UPDATE asks SET
  published_at = n.published_at,
  became = CASE WHEN n.kept_on IS NOT NULL THEN 'kept' ELSE n.outcome END,
  promised_for = CASE WHEN n.kept_on IS NULL THEN n.will_do_by END
  FROM answers n WHERE n.ask = asks.id;
CREATE INDEX asks_published ON asks (published_at, id, became, promised_for, service, hidden_at, withdrawn_at)
  WHERE published_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX asks_published_by_service ON asks (service, published_at, id, became, promised_for)
  WHERE published_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX asks_published_by_place ON asks (place, published_at, id, became, promised_for)
  WHERE published_at IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX asks_promised ON asks (promised_for, id)
  WHERE promised_for IS NOT NULL AND hidden_at IS NULL AND withdrawn_at IS NULL;
DROP INDEX asks_by_place;
DROP INDEX answers_by_publication;
DROP INDEX answers_kept;
