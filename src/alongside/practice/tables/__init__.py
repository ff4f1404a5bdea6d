"""Worksheets as tables: brought in from CSV or Markdown, and taken out as CSV, Markdown or JSON."""
