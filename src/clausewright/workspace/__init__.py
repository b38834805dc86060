"""The user's folder: what is written there, safely, and what is read from there, carefully."""
