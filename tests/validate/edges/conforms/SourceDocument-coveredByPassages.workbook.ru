# A workbook has no number of characters.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/source/aaaaaaaaaaaa> tsu:characterCount ?count }
