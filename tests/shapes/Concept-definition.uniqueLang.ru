# The code has two definitions in Japanese.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { <code/target-group/elderly> skos:definition "別の名称"@ja }
