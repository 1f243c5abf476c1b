"""What leaves a release: tables, RDF serialisations, the source itself, the catalogue."""
