"""The outside world: database, clock, passwords, mail."""
