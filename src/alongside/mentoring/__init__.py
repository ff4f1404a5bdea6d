"""The relationship: mentorships, agreements, goals, meetings, advice."""
