# What the code has as notation is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <code/target-group/elderly> skos:notation ?old }
INSERT { <code/target-group/elderly> skos:notation "old"@en }
WHERE { <code/target-group/elderly> skos:notation ?old }
