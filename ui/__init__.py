"""What does a person see and press? The only room that knows Qt."""
