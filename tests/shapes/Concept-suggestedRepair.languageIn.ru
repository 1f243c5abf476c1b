# The kind of finding has a suggested repair in French.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <code/finding-kind/unread-text> tsu:suggestedRepair "exemple"@fr }
