"""Page images -> words: preparation, line finding, Tesseract."""
