"""The locked door: the question for the passphrase, and locking when nobody is there."""
