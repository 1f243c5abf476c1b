-- The values of :facet among the entries for :match and :chosen, with how many have each, the most frequent first.
WITH fit (entry) AS (
  SELECT rowid FROM words WHERE :match <> '' AND words MATCH :match
  UNION ALL
  SELECT DISTINCT start.entry FROM json_each(:values) AS given CROSS JOIN facet AS start ON start.name = :from AND start.value = given.value
  WHERE :match = ''
  UNION ALL
  SELECT id FROM entry WHERE :match = '' AND :from = ''
)
SELECT facet.value, COUNT(*) AS many FROM fit CROSS JOIN facet ON facet.entry = fit.entry AND facet.name = :facet
WHERE NOT EXISTS (
  SELECT 1 FROM json_each(:chosen) AS wanted
  WHERE NOT EXISTS (
    SELECT 1 FROM json_each(wanted.value) AS allowed
    JOIN facet AS other ON other.name = wanted.key AND other.value = allowed.value AND other.entry = fit.entry
  )
)
GROUP BY facet.value
ORDER BY many DESC, facet.value
