"""The command that fills the demo."""
