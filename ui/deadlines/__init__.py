"""The page of dates ahead."""
