"""One port, two stores: the embedded Oxigraph of a release, or any SPARQL 1.1 endpoint. From here on nobody knows cells or records."""
