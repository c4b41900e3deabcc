"""Parametric items of the driving theory exam, in both languages."""
