-- Measured targets of plans that name no agency to lead.
SELECT name, value, unit, goals.year, coalesce(number, file) AS plan, goals.page
FROM goals JOIN documents USING (document)
WHERE measured AND len(lead) = 0 AND type IS DISTINCT FROM 'BC'
ORDER BY document, goals.id
