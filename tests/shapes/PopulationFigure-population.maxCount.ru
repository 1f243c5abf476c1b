# The figure has two numbers.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/population/430005/2020-10-01> tsu:population 1 }
