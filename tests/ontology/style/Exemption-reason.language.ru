# An exemption says why in Japanese only.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsh: <https://w3id.org/tsunagi/shape#>

DELETE { ?exemption rdfs:comment ?old }
WHERE { ex:opened tsh:exempt ?exemption . ?exemption rdfs:comment ?old FILTER(LANG(?old) = "en") }
