# A property between unlike things is transitive.
PREFIX ex: <https://example.org/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA { ex:subject a owl:TransitiveProperty }
