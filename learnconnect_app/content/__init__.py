"""Built-in curricula and items: data files, and item generators."""
