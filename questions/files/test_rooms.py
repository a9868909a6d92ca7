import random
import unittest

from rooms import busy, rooms


class BusyTest(unittest.TestCase):
    def test_none(self):
        self.assertEqual(busy([]), [])

    def test_apart(self):
        self.assertEqual(busy([(5, 6), (1, 2)]), [(1, 2), (5, 6)])

    def test_overlapping(self):
        self.assertEqual(busy([(1, 4), (2, 6), (8, 9)]), [(1, 6), (8, 9)])

    def test_without_a_break(self):
        self.assertEqual(busy([(2, 3), (1, 2), (3, 4)]), [(1, 4)])

    def test_one_within_another(self):
        self.assertEqual(busy([(1, 10), (2, 3), (4, 5), (9, 12)]), [(1, 12)])

    def test_equal_ones(self):
        self.assertEqual(busy([(1, 2), (1, 2)]), [(1, 2)])

    def test_no_meetings_that_end_before_they_start(self):
        for wrong in [(3, 3), (4, 3)]:
            with self.subTest(wrong), self.assertRaises(ValueError):
                busy([(1, 2), wrong])


class RoomsTest(unittest.TestCase):
    def test_none(self):
        self.assertEqual(rooms([]), [])

    def test_one_after_the_other(self):
        self.assertEqual(rooms([(1, 2), (2, 3), (3, 9)]), [0, 0, 0])

    def test_at_the_same_time(self):
        self.assertEqual(rooms([(1, 5), (1, 5), (4, 6)]), [0, 1, 2])

    def test_in_the_order_given(self):
        self.assertEqual(rooms([(4, 6), (1, 5), (2, 3)]), [1, 0, 1])

    def test_lowest_free_room(self):
        # All three rooms are free at 10, and the last freed is not the lowest.
        self.assertEqual(rooms([(1, 10), (1, 5), (1, 7), (10, 11), (10, 12)]), [0, 1, 2, 0, 1])

    def test_room_kept_by_the_long_meeting(self):
        self.assertEqual(rooms([(0, 100), (1, 2), (3, 4), (5, 6)]), [0, 1, 1, 1])

    def test_equal_starts_in_the_order_given(self):
        self.assertEqual(rooms([(1, 9), (1, 2), (1, 5)]), [0, 1, 2])

    def test_no_meetings_that_end_before_they_start(self):
        for wrong in [(3, 3), (4, 3)]:
            with self.subTest(wrong), self.assertRaises(ValueError):
                rooms([(1, 2), wrong])

    def test_the_given_list_stays(self):
        meetings = [(4, 6), (1, 5)]
        rooms(meetings)
        busy(meetings)
        self.assertEqual(meetings, [(4, 6), (1, 5)])

    def test_any_meetings(self):
        chance = random.Random(7)
        for _ in range(200):
            meetings = []
            for _ in range(chance.randrange(25)):
                start = chance.randrange(20)
                meetings.append((start, start + 1 + chance.randrange(8)))
            got = rooms(meetings)
            held = {}
            for (start, end), room in zip(meetings, got):
                for moment in range(start, end):
                    self.assertNotIn((room, moment), held, "two meetings in a room")
                    held[room, moment] = True
            going_on = [sum(start <= t < end for start, end in meetings) for t in range(30)]
            self.assertEqual(len(set(got)), max(going_on), "as few rooms as possible")
            covered = {t for start, end in busy(meetings) for t in range(start, end)}
            self.assertEqual(covered, {t for t in range(30) if going_on[t]})

    def test_very_many(self):
        n = 100_000
        self.assertEqual(rooms([(i, n + i) for i in range(n)]), list(range(n)))
        self.assertEqual(busy([(i, n + i) for i in range(n)]), [(0, 2 * n - 1)])


if __name__ == "__main__":
    unittest.main()
