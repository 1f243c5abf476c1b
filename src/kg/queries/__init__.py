"""The .rq files of queries/ as typed objects: stored questions and the published tables, with parameters bound safely."""
