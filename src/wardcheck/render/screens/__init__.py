"""Rows -> the sheet that a person reads: one module a command."""
