# What the code is related to is a whole code list.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { <code/target-group/elderly> skos:related <code/target-group> }
