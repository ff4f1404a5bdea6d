"""Signing in: passwords, second factors and passkeys, by django-allauth in our clothes."""
