"""A mentor or a colleague confirms one named item of evidence."""
