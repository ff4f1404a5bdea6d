"""Replies: what calendar programs answer to invitations by mail, taken out of one mailbox."""
