-- Tasks whose deadline is over (against --today), the latest first.
SELECT due_to, text, array_to_string(lead, '; ') AS lead, deadline, number AS plan, tasks.page
FROM tasks JOIN documents USING (document)
WHERE due_to < getvariable('today') AND recurrence IS NULL
ORDER BY due_to DESC, document, tasks.id
