"""A file -> rows of a table whose cells know where they stand.

Text copies of PDF tables, CSV/TSV and XLSX become the same stream of rows: titles, headers, data rows with their six columns,
and whatever else stands between them. What column a cell is in is decided from what it says as much as from where it stands.
"""
