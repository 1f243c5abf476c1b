# The figure has two sources.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/population/430005/2020-10-01> tsu:populationSource "住民基本台帳" }
