import random
import unittest
from collections import Counter

from top_k import TopK


def filled(stream, capacity):
    sketch = TopK(capacity)
    for item in stream:
        sketch.add(item)
    return sketch


class Word:
    """An item whose objects are counted while they live."""

    alive = 0

    def __init__(self, text):
        self.text = text
        Word.alive += 1

    def __del__(self):
        Word.alive -= 1

    def __eq__(self, other):
        return self.text == other.text

    def __hash__(self):
        return hash(self.text)


class TopKTest(unittest.TestCase):
    def check(self, stream, capacity):
        """All that is promised of a stream."""
        counts = Counter(stream)
        held = filled(stream, capacity).top(len(stream) + 1)
        self.assertLessEqual(len(held), capacity)
        self.assertEqual(len({it.item for it in held}), len(held), "an item is told twice")
        highs = [it.high for it in held]
        self.assertEqual(highs, sorted(highs, reverse=True))
        for item, low, high in held:
            self.assertTrue(low <= counts[item] <= high, f"{item}: {low} to {high}, not {counts[item]}")
            self.assertLessEqual((high - low) * capacity, len(stream), f"{item}: {low} to {high}")
        for item, count in counts.items():
            if count * capacity > len(stream):
                self.assertIn(item, {it.item for it in held}, f"came {count} times in {len(stream)}")

    def test_nothing(self):
        self.assertEqual(TopK(3).top(3), [])

    def test_exact_while_there_is_room(self):
        held = filled("abracadabra", 5).top(5)
        self.assertEqual({(it.item, it.low, it.high) for it in held}, set(
            (letter, count, count) for letter, count in Counter("abracadabra").items()
        ))

    def test_the_most_frequent_first(self):
        held = filled("abracadabra", 5).top(1)
        self.assertEqual([tuple(it) for it in held], [("a", 5, 5)])
        self.assertEqual(filled("abracadabra", 5).top(0), [])

    def test_falsy_items(self):
        self.check([0, None, "", 0, None, 0], 2)

    def test_no_capacity(self):
        for capacity in (0, -1):
            with self.subTest(capacity), self.assertRaises(ValueError):
                TopK(capacity)

    def test_one_counter_finds_a_majority(self):
        self.check("xayaazaaba", 2)
        self.check("bbbbb", 1)
        self.check("abcde", 1)

    def test_heavy_ones_at_the_beginning(self):
        self.check(["a"] * 300 + ["b"] * 300 + list(range(600)), 4)

    def test_heavy_ones_at_the_end(self):
        self.check(list(range(600)) + ["a"] * 300 + ["b"] * 300, 4)

    def test_heavy_ones_in_between(self):
        stream = []
        for i in range(500):
            stream += [i, "a", -i - 1, "b"]
        self.check(stream, 5)

    def test_all_different(self):
        self.check(list(range(1000)), 10)

    def test_in_turn(self):
        self.check(list(range(11)) * 100, 10)

    def test_any_stream(self):
        chance = random.Random(11)
        for capacity in (1, 2, 3, 7, 20):
            for _ in range(30):
                width = chance.randrange(1, 60)
                stream = [min(chance.randrange(width), chance.randrange(width)) for _ in range(chance.randrange(400))]
                with self.subTest(capacity=capacity, width=width):
                    self.check(stream, capacity)

    def test_memory(self):
        capacity = 50
        before = Word.alive
        sketch = TopK(capacity)
        most = 0
        for i in range(20_000):
            sketch.add(Word(f"word {i * 7919 % 5000}"))
            most = max(most, Word.alive - before)
        self.assertLessEqual(most, 2 * capacity + 10, "objects that are kept alive")
        self.assertGreater(len(sketch.top(capacity)), 0)

    def test_long_stream(self):
        stream = [i if i % 3 else "often" for i in range(150_000)]
        held = filled(stream, 2000).top(1)
        self.assertEqual(held[0].item, "often")


if __name__ == "__main__":
    unittest.main()
