"""Feedback: situation, behaviour, impact; what the receiver tries; and a second look weeks later."""
