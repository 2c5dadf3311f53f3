"""The encrypted profile: who may open it, and how it becomes encrypted and plain again."""
