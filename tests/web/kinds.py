"""An address for every kind of page of the portal; ``&lang=`` can be added to each."""

from __future__ import annotations

from urllib.parse import urlencode

BY_GOVERNMENT = (
    "PREFIX tsu: <https://w3id.org/tsunagi/ontology#> SELECT ?government (COUNT(?c) AS ?n) "
    "{ ?p tsu:undertakenBy ?government ; tsu:hasCommission ?c } GROUP BY ?government"
)
TIES = "PREFIX tsu: <https://w3id.org/tsunagi/ontology#> CONSTRUCT { ?c tsu:contractor ?o } WHERE { ?c tsu:contractor ?o }"
INFERRED = {
    "subject": "<https://w3id.org/tsunagi/id/government/120006>",
    "predicate": "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
    "object": "<https://w3id.org/tsunagi/ontology#GovernmentActingAlone>",
}
PAGES = {
    "home": "/?",
    "search": "/search?q=就労",
    "search-narrowed": "/search?q=支援&kind=outcome&figures=with",
    "search-nothing": "/search?q=どこにもない言葉",
    "compare": "/compare?government=010006&government=430005",
    "compare-start": "/compare?",
    "map": "/map?type=employment-support",
    "questions": "/questions?",
    "question": "/questions/employment-results?",
    "question-wide": "/questions/government-card?government=430005",
    "timeline": "/timeline?",
    "networks": "/networks?",
    "explore-start": "/explore?",
    "explore": "/explore?thing=id/government/010006",
    "query": "/query?",
    "query-table": f"/query?{urlencode({'query': BY_GOVERNMENT})}",
    "query-chart": f"/query?{urlencode({'query': BY_GOVERNMENT, 'view': 'chart'})}",
    "query-map": f"/query?{urlencode({'query': BY_GOVERNMENT, 'view': 'map'})}",
    "query-graph": f"/query?{urlencode({'query': TIES, 'view': 'graph'})}",
    "query-mistake": f"/query?{urlencode({'query': 'SELECT * {' + chr(10) + ' ?s ?p }'})}",
    "data": "/data/?",
    "quality": "/quality?",
    "reference": "/reference/ontology?",
    "reference-start": "/reference/?",
    "government": "/id/government/010006?",
    "code": "/code/intervention-type/employment-support?",
    "term": "/id/area/010006?",
    "why": f"/why?{urlencode(INFERRED)}",
    "inferred-start": "/inferred?",
    "inferred": "/inferred?of=GovernmentActingAlone",
    "about": "/about?",
    "licence": "/licence?",
    "accessibility": "/accessibility?",
    "refused": "/id/government/999999?",
}
REFUSED = {"refused", "query-mistake"}
"""Kinds that tell what is wrong with what was asked for."""
LONG = {"reference"}
"""Kinds of so many elements that looking at all of them takes a browser ten seconds."""
