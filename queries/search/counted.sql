-- How many entries found.sql has in all.
WITH fit (entry) AS (
  SELECT rowid FROM words WHERE :match <> '' AND words MATCH :match
  UNION ALL
  SELECT DISTINCT start.entry FROM json_each(:values) AS given CROSS JOIN facet AS start ON start.name = :from AND start.value = given.value
  WHERE :match = ''
  UNION ALL
  SELECT id FROM entry WHERE :match = '' AND :from = ''
)
SELECT COUNT(*) FROM fit
WHERE NOT EXISTS (
  SELECT 1 FROM json_each(:chosen) AS wanted
  WHERE NOT EXISTS (
    SELECT 1 FROM json_each(wanted.value) AS allowed
    JOIN facet ON facet.name = wanted.key AND facet.value = allowed.value AND facet.entry = fit.entry
  )
)
