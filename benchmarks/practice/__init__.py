"""What the worksheets cost."""
