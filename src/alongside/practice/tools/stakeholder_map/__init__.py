"""The stakeholder map: power, interest, and where people stand."""
