# It has a property of this vocabulary that is of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/area/432016-1991-02-01> tsu:areaCode "432016" }
