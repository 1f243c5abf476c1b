# A second area has the code of the prefecture.
# finds: id/area/430005
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/area/second> tsu:areaCode "430005" }
