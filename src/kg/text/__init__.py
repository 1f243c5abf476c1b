"""Japanese text made comparable: width, numerals, era dates, counts and units, organization names, codes, places and what became of them.

Pure functions over strings; the only files read are the package's own reference tables. Offsets are Unicode code points.
"""
