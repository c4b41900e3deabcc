"""Theme, shell, kit of components, charts, and what every page's state shares."""
