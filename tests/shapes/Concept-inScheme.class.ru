# The code names another code as its code list.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <code/target-group/offenders-general> skos:inScheme ?old }
INSERT { <code/target-group/offenders-general> skos:inScheme <code/target-group/elderly> }
WHERE { <code/target-group/offenders-general> skos:inScheme ?old }
