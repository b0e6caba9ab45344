-- What is published and promised is read from the indexes of asks.
DROP INDEX answers_published;
DROP INDEX answers_promised;

-- In a database that comes from before answers said that a promise is kept (0002), asks were read before that was so.
UPDATE asks SET published_at = n.published_at, became = 'kept', promised_for = NULL
  FROM answers n WHERE n.ask = asks.id AND n.kept_on IS NOT NULL AND asks.became <> 'kept';
