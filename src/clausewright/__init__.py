"""Clausewright: contracts and quotes that protect the freelancer who writes them."""

__version__ = "0.1.0"
