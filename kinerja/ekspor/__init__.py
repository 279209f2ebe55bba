"""Files for people, from the same frames and sentences as the pages."""
