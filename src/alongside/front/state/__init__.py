"""How this Alongside is: letters, jobs and rings that do not get through."""
