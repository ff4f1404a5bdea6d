"""Everything of a person with ten years of use, packed and restored."""
