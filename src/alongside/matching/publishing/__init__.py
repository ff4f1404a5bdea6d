"""From a frozen round to invitations: decided by a job, proposed by one coordinator, approved by another."""
