"""WSJF: weighted shortest job first."""
