"""Computes what people type into a field for amounts."""

from collections.abc import Mapping
from fractions import Fraction


class CalcError(ValueError):
    """Text that is no expression. Its position is where the trouble begins, from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"{message} at {position}")
        self.position = position


def evaluate(text: str, names: Mapping[str, Fraction] | None = None) -> Fraction:
    """The exact value of an expression.

    It has numbers (12, 0.5), names (price, from names), + - * / of the usual
    precedence, from left to right among equals, parentheses, and a minus before
    a number, a name, a parenthesis or another minus. Names are made of the
    letters a to z, small or capital. Blanks separate and mean nothing else.

    Raises CalcError for text that is no such expression (at the end of the text
    if something is missing there), for a name that is unknown, and for a
    division by zero (at its sign). The text comes from strangers: whatever it
    is, nothing else is raised and no code in it is run. Parentheses more than a
    hundred deep may be refused, with CalcError, and so may numbers of more than
    a thousand digits.
    """
    raise NotImplementedError
