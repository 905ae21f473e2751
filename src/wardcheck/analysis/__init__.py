"""Questions: each a row type, whose fields are the columns, and a pure function that fills it."""
