import unittest
from fractions import Fraction

from calc import CalcError, evaluate

NAMES = {"price": Fraction(20), "vat": Fraction(19, 100), "e": Fraction(3)}


class ValueTest(unittest.TestCase):
    def test_values(self):
        for text, want in [
            ("7", 7),
            ("0.25", Fraction(1, 4)),
            ("007", 7),
            ("1+2*3", 7),
            ("2*3+1", 7),
            ("(1+2)*3", 9),
            ("10-4-3", 3),
            ("8/4/2", 1),
            ("8/4*2", 4),
            ("1-2*3-4", -9),
            ("((((5))))", 5),
            ("2*(3+4)*(1-3)", -28),
        ]:
            with self.subTest(text):
                self.assertEqual(evaluate(text), want)

    def test_exact(self):
        self.assertEqual(evaluate("0.1+0.2"), Fraction(3, 10))
        self.assertEqual(evaluate("1/3*3"), 1)
        self.assertEqual(evaluate("12345678901234567890*10"), 123456789012345678900)

    def test_minus_in_front(self):
        for text, want in [("-2", -2), ("--2", 2), ("2*-3", -6), ("2--3", 5), ("-2-3", -5), ("-(1+2)", -3), ("6/-2/3", -1)]:
            with self.subTest(text):
                self.assertEqual(evaluate(text), want)

    def test_blanks(self):
        self.assertEqual(evaluate("  1 +\t2 * ( 3 - 1 )  "), 5)

    def test_names(self):
        self.assertEqual(evaluate("price*(1+vat)", NAMES), Fraction(119, 5))
        self.assertEqual(evaluate("-e", NAMES), -3)

    def test_long_sum(self):
        self.assertEqual(evaluate("+".join(["1"] * 20_000)), 20_000)

    def test_many_minus_signs(self):
        self.assertEqual(evaluate("-" * 20_001 + "1"), -1)


class ErrorTest(unittest.TestCase):
    def check(self, text, position, names=None):
        with self.subTest(text):
            with self.assertRaises(CalcError) as caught:
                evaluate(text, names)
            self.assertEqual(caught.exception.position, position)

    def test_something_is_missing(self):
        self.check("", 0)
        self.check("1+", 2)
        self.check("(1+2", 4)
        self.check("2*", 2)
        self.check("-", 1)
        self.check("(", 1)

    def test_something_is_in_the_wrong_place(self):
        self.check("1 2", 2)
        self.check("*2", 0)
        self.check("1+*2", 2)
        self.check("()", 1)
        self.check("1)", 1)
        self.check("2(3)", 1)
        self.check("+1", 0)
        self.check("1//2", 2)
        self.check("2**3", 2)

    def test_characters_of_no_use(self):
        self.check("1+$2", 2)
        self.check("1.2.3", 3)
        self.check("1.", 1)
        self.check(".5", 0)
        self.check("1,5", 1)
        self.check("2²", 1)
        self.check("٣", 0)
        self.check("1_000", 1)
        self.check("2price", 1, NAMES)
        self.check("1e3", 1, NAMES)

    def test_division_by_zero(self):
        self.check("1/0", 1)
        self.check("1 + 2/(3-3)", 5)
        self.check("0/0.0", 1)

    def test_unknown_names(self):
        self.check("1+cost", 2, NAMES)
        self.check("price", 0)

    def test_no_code_is_run(self):
        self.check("__import__('os').abort()", 0)
        self.check("exit", 0)
        self.check("price.denominator", 5, NAMES)

    def test_very_deep(self):
        self.assertEqual(evaluate("(" * 100 + "1" + ")" * 100), 1)
        for deep in ("(" * 100_000 + "1" + ")" * 100_000, "(" * 100_000, "-(" * 50_000):
            try:
                self.assertEqual(evaluate(deep), 1)
            except CalcError:
                pass  # refused or incomplete, and not a RecursionError

    def test_very_long_number(self):
        try:
            self.assertEqual(evaluate("9" * 6000), 10**6000 - 1)
        except CalcError:
            pass  # refused, and not the ValueError of int


if __name__ == "__main__":
    unittest.main()
