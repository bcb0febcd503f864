SELECT document, t.id, t.section, t.text, t.verb, t.object, t.lead, known(t.lead_ids) AS lead_ids, t.support,
       known(t.support_ids) AS support_ids, t.deadline, day(t.due.from) AS due_from, day(t.due.to) AS due_to,
       t.due.recurrence, t.product, to_json(t.quantities) AS quantities, t.cites, t.page, t.evidence[1].quote AS quote,
       t.status, t.findings, t.raw
FROM (SELECT document, unnest(r.tasks) AS t FROM plans)
