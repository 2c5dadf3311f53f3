"""Cases: several alerts to one matter, with owners, steps and who was told, kept on the log."""
