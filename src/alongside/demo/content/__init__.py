"""What the demo's people have lived through: invented companies, launches and stories."""
