# The prefecture has the number of its neighbour.
# finds: id/area/430005
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/430005> tsu:isoCode "JP-43" }
INSERT { <id/area/430005> tsu:isoCode "JP-44" }
WHERE {}
