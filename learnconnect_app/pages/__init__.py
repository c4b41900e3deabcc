"""The screens, one package a feature: `page.py`, `parts.py`, `state.py`."""
