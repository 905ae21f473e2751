"""The command line: parse, call one analysis, hand its rows to one renderer."""
