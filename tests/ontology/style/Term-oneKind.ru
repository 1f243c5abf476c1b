# A datatype property is an annotation property as well.
PREFIX ex: <https://example.org/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA { ex:title a owl:AnnotationProperty }
