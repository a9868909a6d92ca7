import unittest

from retry import retry


class Throttled(ConnectionError):
    def __init__(self, retry_after):
        super().__init__("slow down")
        self.retry_after = retry_after


class RetryTest(unittest.TestCase):
    def setUp(self):
        self.now = 1000.0
        self.slept = []
        self.calls = 0
        self.takes = 0.0  # how long a call takes

    def sleep(self, seconds):
        self.slept.append(round(seconds, 9))
        self.now += seconds

    def run_with(self, *outcomes, **settings):
        """Calls something with these outcomes, one after the other; the last one stays."""

        def call():
            outcome = outcomes[min(self.calls, len(outcomes) - 1)]
            self.calls += 1
            self.now += self.takes
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        defaults = {
            "retry_on": (ConnectionError,),
            "sleep": self.sleep,
            "clock": lambda: self.now,
            "chance": lambda: 1.0,
        }
        return retry(call, **{**defaults, **settings})

    def test_success_at_once(self):
        self.assertEqual(self.run_with("fine"), "fine")
        self.assertEqual((self.calls, self.slept), (1, []))

    def test_no_result_is_a_result(self):
        self.assertIsNone(self.run_with(None))
        self.assertEqual(self.calls, 1)

    def test_success_later(self):
        self.assertEqual(self.run_with(ConnectionError(), ConnectionResetError(), "fine"), "fine")
        self.assertEqual((self.calls, self.slept), (3, [0.1, 0.2]))

    def test_gives_up_with_the_last_error(self):
        last = ConnectionError("third")
        with self.assertRaises(ConnectionError) as caught:
            self.run_with(ConnectionError("first"), ConnectionError("second"), last, attempts=3)
        self.assertIs(caught.exception, last)
        self.assertEqual((self.calls, self.slept), (3, [0.1, 0.2]), "no sleep after the last call")

    def test_one_attempt(self):
        with self.assertRaises(ConnectionError):
            self.run_with(ConnectionError(), attempts=1)
        self.assertEqual((self.calls, self.slept), (1, []))

    def test_no_attempts(self):
        for attempts in (0, -1):
            with self.subTest(attempts), self.assertRaises(ValueError):
                self.run_with("fine", attempts=attempts)
        self.assertEqual(self.calls, 0)

    def test_other_errors_pass(self):
        for other in (KeyError("a bug"), KeyboardInterrupt()):
            with self.subTest(type(other)):
                self.calls, self.slept = 0, []
                with self.assertRaises(type(other)):
                    self.run_with(ConnectionError(), other, "fine")
                self.assertEqual((self.calls, self.slept), (2, [0.1]))

    def test_doubles_up_to_the_cap(self):
        with self.assertRaises(ConnectionError):
            self.run_with(ConnectionError(), attempts=7, base=0.5, cap=5)
        self.assertEqual(self.slept, [0.5, 1, 2, 4, 5, 5])

    def test_base_above_the_cap(self):
        with self.assertRaises(ConnectionError):
            self.run_with(ConnectionError(), attempts=3, base=8, cap=5)
        self.assertEqual(self.slept, [5, 5])

    def test_full_jitter(self):
        draws = iter([0.5, 0.0, 0.25, 0.75])
        with self.assertRaises(ConnectionError):
            self.run_with(ConnectionError(), attempts=4, base=1, chance=lambda: next(draws))
        self.assertEqual(self.slept, [0.5, 0, 1])

    def test_very_many_attempts(self):
        with self.assertRaises(ConnectionError):
            self.run_with(ConnectionError(), attempts=3000, base=0.001, cap=0.002)
        self.assertEqual((self.calls, len(self.slept)), (3000, 2999))

    def test_budget(self):
        with self.assertRaises(ConnectionError):
            self.run_with(ConnectionError(), attempts=10, base=1, budget=5)
        self.assertEqual((self.calls, self.slept), (3, [1, 2]), "the next would begin after 7 seconds")

    def test_budget_used_by_the_calls(self):
        self.takes = 2.0
        with self.assertRaises(ConnectionError):
            self.run_with(ConnectionError(), attempts=10, base=1, budget=5)
        self.assertEqual((self.calls, self.slept), (2, [1]), "five seconds are gone after the second call")

    def test_budget_to_the_second(self):
        with self.assertRaises(ConnectionError):
            self.run_with(ConnectionError(), attempts=10, base=1, budget=3)
        self.assertEqual((self.calls, self.slept), (2, [1]), "beginning at the end of the budget is too late")

    def test_budget_does_not_forbid_the_first_call(self):
        self.assertEqual(self.run_with("fine", budget=0), "fine")

    def test_retry_after(self):
        outcomes = (Throttled(3), Throttled(0.05), Throttled(None), "fine")
        self.assertEqual(self.run_with(*outcomes), "fine")
        self.assertEqual(self.slept, [3, 0.2, 0.4])

    def test_retry_after_beyond_the_cap(self):
        self.assertEqual(self.run_with(Throttled(60), "fine", cap=5), "fine")
        self.assertEqual(self.slept, [60])

    def test_retry_after_beyond_the_budget(self):
        with self.assertRaises(Throttled):
            self.run_with(Throttled(60), "fine", budget=30)
        self.assertEqual((self.calls, self.slept), (1, []))


if __name__ == "__main__":
    unittest.main()
