"""What leaves a desk as text: templates, filled from a case, an alert or a span of time."""
