# The extent of the commission is no position selector.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?extent a oa:TextPositionSelector }
WHERE { <id/commission/example/R1/431001/2020-12/1> tsu:extent ?extent }
