# It has a property of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/passage/aaaaaaaaaaaa/45-46> tsu:text "見本" }
