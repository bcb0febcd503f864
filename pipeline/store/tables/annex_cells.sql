SELECT document, a.id AS annex, c.row, c.column AS col, a.columns[c.column + 1] AS heading, c.text,
       c.evidence[1].page AS page
FROM (SELECT document, a, unnest(a.cells) AS c FROM (SELECT document, unnest(r.annexes) AS a FROM plans))
