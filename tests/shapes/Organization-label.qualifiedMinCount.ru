# The organization has a label in English only.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/organization/熊本県-特定非営利活動法人見本の会> rdfs:label ?old }
INSERT { <id/organization/熊本県-特定非営利活動法人見本の会> rdfs:label "in English only"@en }
WHERE { <id/organization/熊本県-特定非営利活動法人見本の会> rdfs:label ?old }
