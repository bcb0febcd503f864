"""Invented plans, their drawing as text, PDF and scan, and what a careful reader finds in each of them."""
