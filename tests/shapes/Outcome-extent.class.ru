# The extent of the outcome is no position selector.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?extent a oa:TextPositionSelector }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:extent ?extent }
