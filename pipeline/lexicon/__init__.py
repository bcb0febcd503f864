"""Data: agencies, units, section titles, abbreviations, with validity dates."""
