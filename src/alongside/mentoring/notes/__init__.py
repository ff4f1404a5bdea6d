"""Notes of a meeting: one shared by the people who meet, one private for each of them."""
