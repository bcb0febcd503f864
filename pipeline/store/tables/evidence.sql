SELECT document, kind, item, field, p.page, p.bbox[1] AS x0, p.bbox[2] AS top, p.bbox[3] AS x1, p.bbox[4] AS bottom,
       p.span[1] AS span_start, p.span[2] AS span_end, p.quote, p.source, p.confidence
FROM (
    SELECT document, 'document' AS kind, 'document' AS item, f.key AS field, unnest(f.value) AS p
    FROM (SELECT document, unnest(map_entries(r.document.evidence)) AS f FROM plans)
    UNION ALL
    SELECT document, 'legal_bases', one.id, NULL, unnest(one.evidence)
    FROM (SELECT document, unnest(r.legal_bases) AS one FROM plans)
    UNION ALL
    SELECT document, 'goals', one.id, NULL, unnest(one.evidence)
    FROM (SELECT document, unnest(r.goals) AS one FROM plans)
    UNION ALL
    SELECT document, 'tasks', one.id, NULL, unnest(one.evidence)
    FROM (SELECT document, unnest(r.tasks) AS one FROM plans)
    UNION ALL
    SELECT document, 'responsibilities', one.id, NULL, unnest(one.evidence)
    FROM (SELECT document, unnest(r.responsibilities) AS one FROM plans)
    UNION ALL
    SELECT document, 'findings', one.id, NULL, unnest(one.evidence)
    FROM (SELECT document, unnest(r.findings) AS one FROM plans)
)
