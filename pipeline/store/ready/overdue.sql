-- Tasks of plans whose deadline is over (against --today), the latest first.
SELECT due_to, text, array_to_string(lead, '; ') AS lead, deadline, coalesce(number, file) AS plan, tasks.page
FROM tasks JOIN documents USING (document)
WHERE due_to < getvariable('today') AND recurrence IS NULL AND type IS DISTINCT FROM 'BC'
ORDER BY due_to DESC, document, tasks.id
