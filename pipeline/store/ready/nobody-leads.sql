-- Measured targets that name no agency to lead.
SELECT name, value, unit, goals.year, number AS plan, goals.page
FROM goals JOIN documents USING (document)
WHERE measured AND len(lead) = 0
ORDER BY document, goals.id
