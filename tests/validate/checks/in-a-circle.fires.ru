# Two areas lie in each other.
# finds: id/area/430005
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/area/430005> tsu:locatedIn <id/area/431001> }
