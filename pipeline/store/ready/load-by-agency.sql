-- How much work each agency leads, supports and answers for.
WITH names AS (
    SELECT document, id, min(name) AS name FROM entities GROUP BY document, id
), work AS (
    SELECT document, unnest(lead_ids) AS agency, 'leads' AS part FROM tasks
    UNION ALL SELECT document, unnest(support_ids), 'supports' FROM tasks
    UNION ALL SELECT document, agency_id, 'duties' FROM responsibilities WHERE agency_id IS NOT NULL
)
SELECT coalesce(min(name), work.agency) AS agency,
       count(*) FILTER (part = 'leads') AS tasks_led,
       count(*) FILTER (part = 'supports') AS tasks_supported,
       count(*) FILTER (part = 'duties') AS duties,
       count(DISTINCT work.document) AS documents
FROM work LEFT JOIN names ON names.document = work.document AND names.id = work.agency
GROUP BY work.agency
ORDER BY tasks_led + tasks_supported + duties DESC, work.agency
