"""Findings as people and programs want them: a page, text, JSON, RDF, a workbook; each shows the row of the table where it can."""
