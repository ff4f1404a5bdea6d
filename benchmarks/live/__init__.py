"""Two hundred meetings with both people's pages open: how soon each sees what the other does."""
