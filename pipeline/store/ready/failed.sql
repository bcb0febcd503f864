-- Files of a batch that could not be converted, or not wholly, and why.
SELECT input, status, error_code, error, pages, unread_pages
FROM inputs
WHERE status IN ('failed', 'partial')
ORDER BY status, error_code, input
