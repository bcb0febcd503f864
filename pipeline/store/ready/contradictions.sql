-- What the plans contradict in themselves, the gravest first.
SELECT severity, code, message_vi, number AS plan, findings.page, quote
FROM findings JOIN documents USING (document)
WHERE severity <> 'info'
ORDER BY severity, code, document, findings.id
