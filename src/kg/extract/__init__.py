"""Rows of a table -> typed records: projects, commissions, interventions, outcomes.

Rules over the language, in small modules; the words that decide are in ontology/codes/. Whatever does not fit becomes a Finding
with its span and stays as text.
"""
