# The figure has no area.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/population/430005/2020-10-01> tsu:refArea ?old }
WHERE { <id/population/430005/2020-10-01> tsu:refArea ?old }
