SELECT document, a.id, a.label, a.title, a.n_rows, a.columns AS headings, a.pages
FROM (SELECT document, unnest(r.annexes) AS a FROM plans)
