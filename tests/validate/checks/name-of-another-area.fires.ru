# The area of the city is called like the prefecture.
# finds: id/government/431001
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/area/431001> rdfs:label "熊本市"@ja }
INSERT { <id/area/431001> rdfs:label "熊本県"@ja }
WHERE {}
