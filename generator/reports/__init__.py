"""Issues as text for people and as data for the programs that show them beside the lines."""
