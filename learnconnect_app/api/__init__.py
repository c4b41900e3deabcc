"""HTTP: sign-in and out, health, and what runs outside a page."""
