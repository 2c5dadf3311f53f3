"""The value chain drawn: what is in a product, what a material goes into, who supplies it."""
