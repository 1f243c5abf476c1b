# What the intervention has as text is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:text ?old }
INSERT { <id/intervention/example/R1/431001/2020-12/1-1> tsu:text "本文"@ja }
WHERE { <id/intervention/example/R1/431001/2020-12/1-1> tsu:text ?old }
