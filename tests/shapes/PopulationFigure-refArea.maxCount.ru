# The figure has two areas.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/population/430005/2020-10-01> tsu:refArea <id/area/431001> }
