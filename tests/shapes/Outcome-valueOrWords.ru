# The outcome has no value and is not marked as one in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value ?any ; tsu:numberOfPersons ?any }
