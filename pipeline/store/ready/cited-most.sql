-- Documents cited by the most plans.
SELECT number, any_value(type ORDER BY type) AS type, min(issued_on) AS issued_on,
       count(DISTINCT document) AS plans, count(*) AS citations
FROM legal_bases
GROUP BY number
ORDER BY plans DESC, citations DESC, number
