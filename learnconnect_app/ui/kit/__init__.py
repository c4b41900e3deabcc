"""The component kit: each piece once, shown in all its states on `/kit`."""
