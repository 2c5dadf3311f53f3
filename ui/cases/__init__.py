"""Cases: what belongs together, who holds it, what comes next."""
