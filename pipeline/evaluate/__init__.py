"""Scores against gold, and the floors that CI keeps."""
