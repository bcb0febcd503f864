SELECT document, b.id, b.type, b.number, day(b.issued_on) AS issued_on, b.issuer, b.issuer_id, b.relation,
       b.evidence[1].page AS page, b.evidence[1].quote AS quote, b.status, b.findings
FROM (SELECT document, unnest(r.legal_bases) AS b FROM plans)
