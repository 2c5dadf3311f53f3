"""Exchange with other desks: bundles by stick or mail."""
