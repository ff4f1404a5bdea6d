"""The studio: a frozen round questioned, changed and compared before anybody is asked."""
