"""What a mentor learns from a mentee: from learned to tried to adopted in their own team."""
