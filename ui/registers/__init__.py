"""Registers: post reports, influence cases, licences."""
