"""Faults against real profiles and real processes; `./dev faults` runs them."""
