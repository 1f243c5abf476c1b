"""SHACL in the store: each constraint of a shape becomes one SPARQL query over all its focus nodes, however many there are.

Memory depends on the results, not on the data. Nothing is validated in Python: ``shapes`` reads the shapes graph, ``paths`` and ``terms`` write
SPARQL, ``conformance`` says as a SPARQL condition when a node breaks a shape, ``compiler`` makes the queries, ``engine`` asks them.
"""
