"""What leaves a release: tables, RDF serialisations, networks, the source itself, the catalogue."""
