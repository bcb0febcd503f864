-- Measured targets by indicator, year and place, with the baseline and where it stands.
SELECT min(name) OVER (PARTITION BY key) AS indicator, unit, documents.place, goals.year, comparator, value, max,
       baseline, baseline_year, number AS plan, goals.page, key
FROM goals JOIN documents USING (document)
WHERE measured AND value IS NOT NULL
ORDER BY key, documents.place, goals.year, number, goals.id
