"""A page to publish about an election, and an index of several: words, tables and charts of reports."""
