# The correction corrects two documents.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/correction/cell> tsu:correctsDocument <id/source/cccccccccccc> }
