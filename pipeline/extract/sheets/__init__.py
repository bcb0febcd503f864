"""Spreadsheets (.xls, .xlsx): each sheet as it prints, titles above its table, notes and signatures below."""

from pipeline.extract.sheets.read import read_xls, read_xlsx

__all__ = ["read_xls", "read_xlsx"]
