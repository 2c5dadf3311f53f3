"""Items as Parquet, for archives that are larger than a laptop, and rules tried on them."""
