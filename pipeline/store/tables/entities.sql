SELECT document, e.id, e.name, e.kind, e.level, e.place, e.written, day(e.valid_from) AS valid_from,
       day(e.valid_to) AS valid_to, e.successor
FROM (SELECT document, unnest(r.entities) AS e FROM plans)
