"""How far the EU or the Netherlands hang on single suppliers, from trade files."""
