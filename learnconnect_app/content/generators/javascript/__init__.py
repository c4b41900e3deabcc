"""Parametric items of the JavaScript topics."""
