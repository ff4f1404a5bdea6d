"""Events: the record of what happened, and the listeners that follow."""
