"""The scheduler process: a few ticks over rows that are due."""
