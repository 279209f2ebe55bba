"""What people write: feedback and answers, reasons, who looked, names, settings. The only importer of sqlalchemy."""
