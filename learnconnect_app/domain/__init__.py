"""The rules of LearnConnect: pure functions and values."""
