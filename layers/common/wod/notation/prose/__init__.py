"""Tell notes, headings and announcements from lines with work."""
