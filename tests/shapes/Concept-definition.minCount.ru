# The code has no definition in English.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <code/target-group/elderly> skos:definition ?english }
WHERE { <code/target-group/elderly> skos:definition ?english FILTER(lang(?english) = "en") }
