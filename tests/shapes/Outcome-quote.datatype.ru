# What the outcome has as quote is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote "延べ19人"@ja }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote ?old }
