SELECT document, f.id, f.code, f.severity, f.message.vi AS message_vi, f.message.en AS message_en, f.items,
       f.evidence[1].page AS page, f.evidence[1].quote AS quote
FROM (SELECT document, unnest(r.findings) AS f FROM plans)
