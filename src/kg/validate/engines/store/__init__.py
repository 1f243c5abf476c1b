"""SHACL in the store: each constraint of a shape becomes one SPARQL query over all its focus nodes, however many there are.

The constraints of one property, which look at the same values, are asked about together first, and each by itself only where one of them is broken.
Memory depends on the results, not on the data. Nothing is validated in Python: ``shapes`` reads the shapes graph, ``paths`` and ``values`` write
SPARQL, ``conditions`` says as a SPARQL condition when a node breaks a shape, ``compiler`` makes the queries, ``engine`` asks them.
"""
