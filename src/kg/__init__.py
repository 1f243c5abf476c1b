"""Tsunagi (つなぎ): Japan's tables of local recidivism-prevention programmes as an open knowledge graph.

The layers, in the order in which a table passes through them. A package imports only packages that stand above it::

    errors, settings, resources    what every layer may use: the error tree, limits and names, the package's own data files
    text/      Japanese text made comparable: width, numerals, era dates, counts and units, organisation names, codes, places
    sources/   a file -> Document of Rows of Cells that know where they stand
    extract/   Rows -> typed records: projects, commissions, interventions, outcomes; whatever is odd becomes a Finding
    rdf/       records -> IRIs and rows of the published tables
    export/    rows -> CSV, XLSX, Parquet
    release/   build: all of the above into one immutable directory
    cli/       one file a verb

A type a stage: ``Cell -> Record -> Row of a table``, and a ``Finding`` wherever the source does not fit.
"""

__version__ = "0.1.0"
