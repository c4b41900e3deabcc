"""Parametric items of SQL, pandas, statistics and visualisation."""
