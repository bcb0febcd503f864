"""Word files: .docx directly, .doc, .rtf and .xls through LibreOffice; legacy fonts turned into Unicode."""
