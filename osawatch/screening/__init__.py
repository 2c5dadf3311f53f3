"""Names against sanctions lists: spelling, an index of names, scores with their reasons. Pure."""
