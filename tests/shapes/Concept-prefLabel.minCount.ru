# The code has no label in English.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <code/target-group/elderly> skos:prefLabel ?english }
WHERE { <code/target-group/elderly> skos:prefLabel ?english FILTER(lang(?english) = "en") }
