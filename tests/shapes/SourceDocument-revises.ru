# What the document revises is an edition of a table.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/source/bbbbbbbbbbbb> tsu:revises ?old }
INSERT { <id/source/bbbbbbbbbbbb> tsu:revises <id/edition/example/R1/2020-12> }
WHERE { <id/source/bbbbbbbbbbbb> tsu:revises ?old }
