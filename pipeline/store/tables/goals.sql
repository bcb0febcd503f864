SELECT document, g.id, g.name, indicator_key(g.name, g.unit, level, g.change) AS key,
       g.text, g.unit, g.comparator, g.value, g.max,
       g.change, g.period, years(g.period)[1] AS period_from, years(g.period)[-1] AS period_to,
       coalesce(years(g.period)[-1]::INT, plan_year) AS year,
       g.baseline.value AS baseline, g.baseline.period AS baseline_period,
       years(g.baseline.period)[-1] AS baseline_year, g.measured, g.section, g."group" AS in_group, g.parent, g.lead,
       known(g.lead_ids) AS lead_ids, g.support, g.in_body, g.in_annex, g.annex.value AS annex_value,
       g.annex.row AS annex_row, g.page, g.evidence[1].quote AS quote, g.status, g.findings, g.raw
FROM (
    SELECT document, unnest(r.goals) AS g, level_of(r.document.issuer) AS level,
           coalesce(r.document.period.to, years(r.document.issued_on)[-1]::INT) AS plan_year
    FROM plans
)
