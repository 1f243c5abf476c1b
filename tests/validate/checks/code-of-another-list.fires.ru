# The code is said to be of the list of statuses.
# finds: code/breakdown-kind/subset
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <code/breakdown-kind/subset> skos:inScheme <code/breakdown-kind> }
INSERT { <code/breakdown-kind/subset> skos:inScheme <code/status> }
WHERE {}
