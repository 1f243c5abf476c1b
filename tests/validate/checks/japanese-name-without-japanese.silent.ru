# A contractor is called by Latin letters in Japanese too.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/organization/熊本県-特定非営利活動法人見本の会> rdfs:label ?name }
INSERT { <id/organization/熊本県-特定非営利活動法人見本の会> rdfs:label "LITALICO"@ja }
WHERE { <id/organization/熊本県-特定非営利活動法人見本の会> rdfs:label ?name }
