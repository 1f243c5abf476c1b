# Nothing says that books are no libraries.
PREFIX owl: <http://www.w3.org/2002/07/owl#>

DELETE WHERE { ?all a owl:AllDisjointClasses }
