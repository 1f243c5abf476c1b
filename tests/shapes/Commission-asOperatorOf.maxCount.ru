# The commission has two centers.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/commission/example/R1/431001/2020-12/1> tsu:asOperatorOf <id/centre/見本地域生活定着支援センター> .
  <id/centre/見本地域生活定着支援センター> a tsu:CommunitySettlementSupportCenter ; rdfs:label "見本地域生活定着支援センター"@ja
}
