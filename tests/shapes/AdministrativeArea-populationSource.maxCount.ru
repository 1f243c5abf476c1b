# There are two sources of the population.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/area/431001> tsu:populationSource "住民基本台帳" }
