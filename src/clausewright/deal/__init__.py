"""What was agreed, and the arithmetic on it. Pure: no clock, no disk, no network."""
