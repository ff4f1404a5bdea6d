"""The last five minutes of a meeting: advice decided, actions shared out, what the mentor learned."""
