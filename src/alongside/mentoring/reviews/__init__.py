"""The reviews in the course of a mentorship: half-way, at the end, and ninety days later."""
