"""Parametric items of the front-end topics."""
