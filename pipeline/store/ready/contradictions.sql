-- What the plans contradict in themselves, the gravest first (reports and doubts about the reading left out).
SELECT severity, code, message_vi, coalesce(number, file) AS plan, findings.page, quote
FROM findings JOIN documents USING (document)
WHERE severity <> 'info' AND NOT starts_with(code, 'doubtful') AND type IS DISTINCT FROM 'BC'
ORDER BY severity, code, document, findings.id
