# The finding has two cohorts.
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <https://w3id.org/tsunagi/id/finding/bbbbbbbbbbbb/unread-text-Sheet1!D7:0> tsu:cohort "H30" }
