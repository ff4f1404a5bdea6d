"""What Lighthouse says of the pages that people see most."""
