# A tab between two cells is in no passage.
BASE <https://w3id.org/tsunagi/>

DELETE { ?passage ?property ?value }
WHERE {
  VALUES ?passage { <id/passage/aaaaaaaaaaaa/45-46> }
  ?passage ?property ?value
}
