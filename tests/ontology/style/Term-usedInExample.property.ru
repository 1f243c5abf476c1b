# No example uses the property.
PREFIX ex: <https://example.org/ontology#>

DELETE { <https://example.org/branch> ex:near ?old }
WHERE { <https://example.org/branch> ex:near ?old }
