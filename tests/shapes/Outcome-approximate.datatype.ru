# What the outcome has as statement about being approximate is given as text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:approximate ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:approximate "約" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:approximate ?old }
