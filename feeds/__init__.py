"""What did the world publish? From a URL or a file to items. Knows nothing of ours."""
