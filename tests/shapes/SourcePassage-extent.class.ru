# The extent of the passage is its quote.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE DATA { <id/passage/aaaaaaaaaaaa/42-45> tsu:extent <id/passage/aaaaaaaaaaaa/42-45#position> } ;
INSERT DATA { <id/passage/aaaaaaaaaaaa/42-45> tsu:extent <id/passage/aaaaaaaaaaaa/42-45#quote> }
