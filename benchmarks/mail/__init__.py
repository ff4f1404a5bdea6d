"""Reminders by the thousand: from the timed job to the mail server, by one worker."""
