"""Rows -> a chart, one question a module. Nothing is worked out here; where it is drawn, ``render.canvas`` says."""
