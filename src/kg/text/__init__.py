"""Japanese text made comparable: width, numerals, era dates, counts and units, organization names, codes, places.

Pure functions over strings; the only files read are the package's own reference tables. Offsets are Unicode code points.
"""
