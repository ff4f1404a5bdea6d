"""The pulse: six questions to each side, answered blind; a conversation aid, not a validated test."""
