# The kind of finding has a second suggested repair in Japanese.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <code/finding-kind/unread-text> tsu:suggestedRepair "書き直してください。"@ja }
