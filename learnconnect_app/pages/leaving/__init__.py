"""An account that is about to end."""
