"""The inbox: a list of stories, a preview that explains them, keys that decide."""
