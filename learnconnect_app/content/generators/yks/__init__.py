"""Parametric items of YKS."""
