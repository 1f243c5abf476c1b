# The passage has two codes for the role of the passage.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/passage/aaaaaaaaaaaa/134-136> tsu:role <code/passage-role/item> }
