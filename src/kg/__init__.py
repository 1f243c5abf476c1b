"""Tsunagi (つなぎ): Japan's tables of local recidivism-prevention programmes as an open knowledge graph.

The layers, in the order in which a table passes through them. A package imports only packages that stand above it::

    errors, settings, resources, sorting    what every layer may use: the error tree, limits and names, the package's own files, sorting on disk
    spreadsheets, correction_form           … workbooks as text cells in fixed bytes, and the form in which corrections come back
    text/      Japanese text made comparable: width, numerals, era dates, counts and units, organization names, codes, places and what became of them
    sources/   a file -> Document of Rows of Cells that know where they stand
    extract/   Rows -> typed records: projects, commissions, interventions, outcomes; whatever is odd becomes a Finding
    link/      names -> identifiers of registers and of our own, with evidence; exact and unique only is accepted, the rest waits for a person
    rdf/       records and links -> quads, each in its graph; the only place that mints IRIs
    store/     one port, two stores: the embedded Oxigraph of a release, or any SPARQL 1.1 endpoint
    queries/   the stored .rq files as typed objects: questions, tables, rules
    reason/    OWL: what follows (RL, rule by rule), why, and what contradicts it (DL, with HermiT)
    validate/  SHACL and checks -> findings tied to cells -> report (page, workbook, JSON, RDF); a violation stops the build
    export/    tables (CSV, XLSX, Parquet), RDF serialisations, networks (GraphML, GEXF, Cytoscape, Neo4j), the source itself, the catalogue
    search/    what a release holds, found by its words: two-character Japanese words, variants of writing, English labels, codes to narrow by
    release/   build: all of the above into one immutable directory
    web/       search, stored questions, SPARQL endpoint and linked data of a release, in its own store or another: a front, and workers that can be killed at any time
    cli/       one file a verb

A type a stage: ``Cell -> Record -> Quad``, and a ``Finding`` wherever the source does not fit.
"""

__version__ = "0.1.0"
