"""Parametric items about Python."""
