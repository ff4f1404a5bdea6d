"""The mailbox: letters that do not leave this machine, to be read in the browser."""
