-- Targets, tasks and duties that were read in doubt: what a person should look at first.
SELECT kind, coalesce(number, file) AS plan, items.page, quote
FROM (
    SELECT 'goal' AS kind, document, id, page, quote FROM goals WHERE status = 'doubtful'
    UNION ALL SELECT 'task', document, id, page, quote FROM tasks WHERE status = 'doubtful'
    UNION ALL SELECT 'duty', document, id, page, quote FROM responsibilities WHERE status = 'doubtful'
) AS items JOIN documents USING (document)
ORDER BY document, items.page, kind, items.id
