# The figure is about the body instead of its area.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/population/430005/2020-10-01> tsu:refArea ?old }
INSERT { <id/population/430005/2020-10-01> tsu:refArea <id/government/430005> }
WHERE { <id/population/430005/2020-10-01> tsu:refArea ?old }
