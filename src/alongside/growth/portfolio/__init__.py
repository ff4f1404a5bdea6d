"""Portfolio: a few cases that show how a person decides, on paper or by a link."""
