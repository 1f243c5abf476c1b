# What the finding has as cohort is written in words.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort ?old }
INSERT { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort "令和元年度" }
WHERE { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort ?old }
