# An exemption does not say from what.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsh: <https://w3id.org/tsunagi/shape#>

INSERT DATA { ex:Book tsh:exempt [ rdfs:comment "本だから。"@ja , "It is a book."@en ] }
