# The city and the prefecture are said to be the same, in both directions.
# finds: id/government/430005
BASE <https://w3id.org/tsunagi/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA { <id/government/431001> owl:sameAs <id/government/430005> . <id/government/430005> owl:sameAs <id/government/431001> }
