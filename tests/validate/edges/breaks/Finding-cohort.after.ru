# Something stands after what would be right.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort ?old }
INSERT { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort "R1号" }
WHERE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort ?old }
