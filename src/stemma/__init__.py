"""Stemma: which reports share whose words, what each changed, and how many independent texts stand behind a story."""
