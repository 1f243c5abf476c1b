# What the area has as area around it is a body.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/area/431001> tsu:locatedIn <id/government/430005> }
