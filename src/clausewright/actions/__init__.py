"""What the user can ask for, one verb each; the window and the command line call the same."""
