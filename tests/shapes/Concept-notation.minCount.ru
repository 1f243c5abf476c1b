# The code has no notation.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE WHERE { <code/target-group/elderly> skos:notation ?any }
