# Something stands before what would be right.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort ?old }
INSERT { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort "第R1" }
WHERE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort ?old }
