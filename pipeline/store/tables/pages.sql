SELECT document, page, method, reason, rotation, confidence, error, text, fold(text) AS plain_text
FROM (
    SELECT document, p.page, p.method, p.reason, p.rotation, p.confidence, p.error,
           substr(text, p.span[1] + 1, p.span[2] - p.span[1]) AS text
    FROM (SELECT document, text, unnest(r.source.pages) AS p FROM plans)
)
