# What the outcome has as value is a text with a unit.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value ?old ; tsu:numberOfPersons ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value "19人" ; tsu:numberOfPersons "19人" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value ?old ; tsu:numberOfPersons ?old }
