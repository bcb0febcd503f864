"""Measurements that are run by hand or by CI, and the tools that draw their pages."""
