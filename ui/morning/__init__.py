"""The morning page: five minutes, with an honest end."""
