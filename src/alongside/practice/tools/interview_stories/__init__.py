"""Interview stories: situation, task, action, result, learning."""
