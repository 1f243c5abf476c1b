"""What was found, told: the table with its faults marked in it."""
