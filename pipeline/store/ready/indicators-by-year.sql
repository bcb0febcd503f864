-- Measured targets by indicator, year and place, with the baseline and where it stands.
SELECT key, min(name) OVER (PARTITION BY key) AS indicator, unit, goals.year, documents.place, comparator, value, max,
       baseline, baseline_year, number AS plan, goals.page
FROM goals JOIN documents USING (document)
WHERE measured AND value IS NOT NULL
ORDER BY key, goals.year, documents.place, number, goals.id
