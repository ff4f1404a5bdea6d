"""The career decision matrix: gates, weights, and what would change one's mind."""
