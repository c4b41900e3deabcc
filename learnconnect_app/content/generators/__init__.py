"""Parametric items, one package a subject, one module a topic."""
