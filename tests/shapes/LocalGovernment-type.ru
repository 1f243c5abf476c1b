# A local government is not stated to be an organization.
BASE <https://w3id.org/tsunagi/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE DATA { <id/government/府中市> rdf:type tsu:Organization }
