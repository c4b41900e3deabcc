"""Parametric items of the back-end topics."""
