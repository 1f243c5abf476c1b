"""The public service: a front that never parses RDF or SPARQL, and workers that answer queries and can be killed at any time."""
