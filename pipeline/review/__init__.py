"""Review pages and corrections."""
