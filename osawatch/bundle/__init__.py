"""Signed exchange files for posts without a network: what stands in one, who may have made it."""
