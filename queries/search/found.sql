-- The entries for :match (a query of FTS5, or nothing) that have one of the values of each facet in :chosen (JSON: facet to list of values).
-- Without :match they are sought among those that have one of :values of the facet :from, which is one of :chosen; without that, among all.
-- Those whose name is what was looked for stand first, then what fits best (a word counts most in a name), then the order of the release.
WITH fit (entry, score) AS (
  SELECT rowid, bm25(words, 10.0, 2.0, 1.0) FROM words WHERE :match <> '' AND words MATCH :match
  UNION ALL
  SELECT DISTINCT start.entry, 0.0 FROM json_each(:values) AS given CROSS JOIN facet AS start ON start.name = :from AND start.value = given.value
  WHERE :match = ''
  UNION ALL
  SELECT id, 0.0 FROM entry WHERE :match = '' AND :from = ''
)
SELECT
  entry.kind, entry.title, entry.title_en, entry.government, entry.contractor, entry.text, entry.text_en, entry.types, entry.targets,
  entry.value, entry.unit, entry.counting, entry.approximate, entry.as_of, entry.period, entry.status, entry.iri
FROM fit JOIN entry ON entry.id = fit.entry
WHERE NOT EXISTS (
  SELECT 1 FROM json_each(:chosen) AS wanted
  WHERE NOT EXISTS (
    SELECT 1 FROM json_each(wanted.value) AS allowed
    JOIN facet ON facet.name = wanted.key AND facet.value = allowed.value AND facet.entry = fit.entry
  )
)
ORDER BY (:name <> '' AND (entry.name = :name OR entry.name_en = :name)) DESC, fit.score, entry.id
LIMIT :most OFFSET :first
