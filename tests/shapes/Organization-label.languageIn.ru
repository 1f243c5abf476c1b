# The organization has a label in a third language.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { <id/organization/熊本県-特定非営利活動法人見本の会> rdfs:label "une étiquette"@fr }
