# What the outcome has as indicator is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:indicator ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:indicator "支援人数"@ja }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:indicator ?old }
