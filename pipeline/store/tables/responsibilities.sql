SELECT document, d.id, d.section, d.agency, d.agency_id, d.role, d.roles, d.text, d.with AS partners,
       known(d.with_ids) AS partner_ids, d.deadline, day(d.due.from) AS due_from, day(d.due.to) AS due_to,
       d.due.recurrence, d.page, d.evidence[1].quote AS quote, d.status, d.findings, d.raw
FROM (SELECT document, unnest(r.responsibilities) AS d FROM plans)
