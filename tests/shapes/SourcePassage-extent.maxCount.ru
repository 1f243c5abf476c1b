# The passage has two extents.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/passage/aaaaaaaaaaaa/42-45> tsu:extent <id/passage/aaaaaaaaaaaa/46-49#position> }
