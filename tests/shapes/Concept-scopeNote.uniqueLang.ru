# The code has two scope notes in Japanese.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { <code/target-group/elderly> skos:scopeNote "別の注記。"@ja }
