"""Making a claim readable alone: a pronoun gives way to the one thing that it can mean, in [brackets].

A last name gets the first name, an abbreviation its full name, "the ministry" the name of the only ministry. What
can mean two things is left as it stands and listed as unresolved: a wrong name is worse than a "he".
"""

from .memory import Memory
from .rendering import Antecedents, stand_alone

__all__ = ["Antecedents", "Memory", "stand_alone"]
