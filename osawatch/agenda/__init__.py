"""What comes and what is new: dates ahead, and what a person has not seen since the last visit."""
