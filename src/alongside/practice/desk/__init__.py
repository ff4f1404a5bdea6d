"""The pages of worksheets: the list, and the one on which people work."""
