# The code has two history notes in Japanese.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { <code/target-group/elderly> skos:historyNote "別の注記。"@ja }
