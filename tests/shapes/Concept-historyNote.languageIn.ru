# The code has a history note in a third language.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { <code/target-group/elderly> skos:historyNote "une note"@fr }
