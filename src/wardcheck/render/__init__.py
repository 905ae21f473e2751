"""Rows -> text for a person or a program. Nothing here works a figure out of votes."""
