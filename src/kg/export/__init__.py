"""Tables of a release written as CSV, XLSX and Parquet."""
