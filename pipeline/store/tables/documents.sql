SELECT document, source.file, source.sha256, source.media_type, head.type, head.type_name, head.number,
       day(head.issued_on) AS issued_on, year(day(head.issued_on)) AS year, head.place, head.issuer, head.parent_issuer,
       level_of(head.issuer) AS level, head.title, head.period.from AS period_from, head.period.to AS period_to,
       head.signature.authority AS signed_for, head.signature.position AS signer_position,
       head.signature.name AS signer, head.recipients, len(pages) AS pages,
       len(list_filter(pages, lambda page: page.method = 'ocr')) AS pages_ocr,
       len(list_filter(pages, lambda page: page.error IS NOT NULL)) AS pages_unread,
       list_min(list_transform(pages, lambda page: page.confidence)) AS confidence,
       n_goals, n_tasks, n_responsibilities, n_findings, schema_version
FROM (
    SELECT document, r.source AS source, r.document AS head, r.source.pages AS pages, len(r.goals) AS n_goals,
           len(r.tasks) AS n_tasks, len(r.responsibilities) AS n_responsibilities, len(r.findings) AS n_findings,
           r.schema_version AS schema_version
    FROM plans
)
