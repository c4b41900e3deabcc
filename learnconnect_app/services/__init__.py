"""Use cases: load rows, ask the domain, save. No commit, no network, no clock."""
