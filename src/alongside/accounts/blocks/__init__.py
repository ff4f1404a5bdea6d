"""Blocks: a person who wants nothing to do with another, without a word to them."""
