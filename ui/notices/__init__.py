"""What interrupted, what waits to, and why the rest did not."""
