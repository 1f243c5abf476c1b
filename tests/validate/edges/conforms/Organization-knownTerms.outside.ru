# Other vocabularies say more about the organization.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>

INSERT DATA {
  <id/organization/熊本県-特定非営利活動法人見本の会>
    foaf:homepage <https://mihon.example/> ;
    dcterms:description "見本"@ja
}
