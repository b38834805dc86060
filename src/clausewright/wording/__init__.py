"""How values become words: money, dates and numbers by locale, and texts with typed placeholders."""

from clausewright.wording.format import Format
from clausewright.wording.template import Template, Value, Vocabulary

__all__ = ["Format", "Template", "Value", "Vocabulary"]
