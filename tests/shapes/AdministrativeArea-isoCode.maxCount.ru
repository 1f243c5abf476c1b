# The area has two ISO codes.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/area/430005> tsu:isoCode "JP-44" }
