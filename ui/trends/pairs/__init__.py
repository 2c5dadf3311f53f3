"""Small charts of goods and countries side by side."""
