"""The workspace: everything of one mentorship on one page."""
