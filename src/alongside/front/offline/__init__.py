"""What an installed Alongside shows without a network: the agenda of the coming days, and one's drafts."""
