# No example uses the class.
PREFIX ex: <https://example.org/ontology#>

DELETE WHERE { ?thing a ex:LendingLibrary }
