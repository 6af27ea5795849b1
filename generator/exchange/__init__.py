"""Records as spreadsheets: written for people who fill them in, and read back without loss."""
