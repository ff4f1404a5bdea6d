"""Playbooks: a short guide to one skill, to put on an agenda or to give as homework; one's own beside ours."""
