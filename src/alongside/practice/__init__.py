"""The work of product management inside the relationship: worksheets done together, tool by tool."""
