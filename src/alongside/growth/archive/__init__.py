"""Archive: everything of a person in one file, which another Alongside takes in."""
