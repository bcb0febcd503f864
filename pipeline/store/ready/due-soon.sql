-- Tasks due within 90 days (from --today).
SELECT due_to, text, array_to_string(lead, '; ') AS lead, deadline, coalesce(number, file) AS plan, tasks.page
FROM tasks JOIN documents USING (document)
WHERE due_to BETWEEN getvariable('today') AND getvariable('today') + INTERVAL 90 DAY
  AND type IS DISTINCT FROM 'BC'
ORDER BY due_to, document, tasks.id
