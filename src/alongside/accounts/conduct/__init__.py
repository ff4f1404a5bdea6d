"""The code of conduct: everybody reads it, and agrees before they meet others."""
