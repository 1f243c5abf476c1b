"""Official downloads for a user who has a network, in this order: which there are, the form of a page, the request, the columns, what is new, the record.

Nothing else in the package asks for anything over the network by itself; a build and the tests never do.
"""
