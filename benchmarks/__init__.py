"""What Stemma reaches and how fast, measured on corpora that do not come with it."""
