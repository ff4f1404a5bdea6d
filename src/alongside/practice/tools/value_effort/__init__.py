"""Value against effort, on a plane."""
