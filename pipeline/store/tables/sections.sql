SELECT document, s.id, s.label, s.path, s.level, s.title, s.kind, s.role, s.parent, s.evidence[1].page AS page,
       s.span[1] AS span_start, s.span[2] AS span_end
FROM (SELECT document, unnest(r.sections) AS s FROM plans)
