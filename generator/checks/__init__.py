"""What must be true between records: one small function per rule, all findings collected."""
