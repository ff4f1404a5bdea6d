"""The versions of a worksheet: undone, named, compared, brought back."""
