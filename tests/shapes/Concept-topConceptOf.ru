# The code stands at the top of another code.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { <code/target-group/offenders-general> skos:topConceptOf <code/target-group/elderly> }
