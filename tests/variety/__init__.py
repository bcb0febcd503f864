"""Invented plans in the house styles of many offices, each written together with its annotation."""
