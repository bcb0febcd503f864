-- Tasks due within 90 days (from --today).
SELECT due_to, text, array_to_string(lead, '; ') AS lead, deadline, number AS plan, tasks.page
FROM tasks JOIN documents USING (document)
WHERE due_to BETWEEN getvariable('today') AND getvariable('today') + INTERVAL 90 DAY
ORDER BY due_to, document, tasks.id
