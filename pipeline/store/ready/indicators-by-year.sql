-- Measured targets of plans by indicator, year and place, with the baseline and where it stands.
SELECT min(name) OVER (PARTITION BY key) AS indicator, unit, documents.place, goals.year, comparator, value, max,
       baseline, baseline_year, coalesce(number, file) AS plan, goals.page
FROM goals JOIN documents USING (document)
WHERE measured AND value IS NOT NULL AND type IS DISTINCT FROM 'BC'
ORDER BY key, documents.place, goals.year, number, goals.id
