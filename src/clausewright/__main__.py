"""The entry point."""

from clausewright.cli import main

if __name__ == "__main__":
    main()
