package lru

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

const ttl = 10 * time.Second

var start = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// watch is a clock that stands still until it is told to go on.
type watch struct{ passed int64 }

func (w *watch) now() time.Time          { return start.Add(time.Duration(atomic.LoadInt64(&w.passed))) }
func (w *watch) advance(d time.Duration) { atomic.AddInt64(&w.passed, int64(d)) }

func has(t *testing.T, c *Cache[string, int], key string, want int) {
	t.Helper()
	if got, ok := c.Get(key); !ok || got != want {
		t.Errorf("%s is %d, %v; want %d", key, got, ok, want)
	}
}

func lacks(t *testing.T, c *Cache[string, int], keys ...string) {
	t.Helper()
	for _, key := range keys {
		if got, ok := c.Get(key); ok || got != 0 {
			t.Errorf("%s is %d, %v; want nothing", key, got, ok)
		}
	}
}

func length(t *testing.T, c *Cache[string, int], want int) {
	t.Helper()
	if got := c.Len(); got != want {
		t.Errorf("%d entries, want %d", got, want)
	}
}

func TestKeepsValues(t *testing.T) {
	w := &watch{}
	c := New[string, int](3, ttl, w.now)
	lacks(t, c, "a")
	c.Put("a", 1)
	c.Put("b", 0)
	has(t, c, "a", 1)
	has(t, c, "b", 0) // a zero value is a value
	length(t, c, 2)
}

func TestLeastRecentlyUsedGoes(t *testing.T) {
	w := &watch{}
	c := New[string, int](2, ttl, w.now)
	c.Put("a", 1)
	c.Put("b", 2)
	has(t, c, "a", 1)
	c.Put("c", 3)
	lacks(t, c, "b")
	has(t, c, "a", 1)
	has(t, c, "c", 3)
	length(t, c, 2)
}

func TestPutAgain(t *testing.T) {
	w := &watch{}
	c := New[string, int](2, ttl, w.now)
	c.Put("a", 1)
	c.Put("b", 2)
	c.Put("a", 10) // makes nobody go, and is a use
	length(t, c, 2)
	c.Put("c", 3)
	lacks(t, c, "b")
	has(t, c, "a", 10)
}

func TestPutAgainRenews(t *testing.T) {
	w := &watch{}
	c := New[string, int](2, ttl, w.now)
	c.Put("a", 1)
	w.advance(6 * time.Second)
	c.Put("a", 2)
	w.advance(6 * time.Second)
	has(t, c, "a", 2)
	w.advance(4 * time.Second)
	lacks(t, c, "a")
}

func TestExpiresToTheNanosecond(t *testing.T) {
	w := &watch{}
	c := New[string, int](2, ttl, w.now)
	c.Put("a", 1)
	w.advance(ttl - 1)
	has(t, c, "a", 1)
	w.advance(1)
	lacks(t, c, "a")
	length(t, c, 0)
}

func TestUseDoesNotProlong(t *testing.T) {
	w := &watch{}
	c := New[string, int](2, ttl, w.now)
	c.Put("a", 1)
	for i := 0; i < 9; i++ {
		w.advance(time.Second)
		has(t, c, "a", 1)
	}
	w.advance(time.Second)
	lacks(t, c, "a")
}

// The expired one is the one used last: it goes all the same, and the other stays.
func TestExpiredGoesFirst(t *testing.T) {
	w := &watch{}
	c := New[string, int](2, ttl, w.now)
	c.Put("old", 1)
	w.advance(5 * time.Second)
	c.Put("young", 2)
	has(t, c, "old", 1)
	w.advance(5 * time.Second)
	c.Put("new", 3)
	lacks(t, c, "old")
	has(t, c, "young", 2)
	has(t, c, "new", 3)
}

func TestLenCountsLiveOnes(t *testing.T) {
	w := &watch{}
	c := New[string, int](10, ttl, w.now)
	for _, key := range []string{"a", "b", "c"} {
		c.Put(key, 1)
		w.advance(3 * time.Second)
	}
	length(t, c, 3)
	w.advance(time.Second)
	length(t, c, 2)
	c.Put("a", 1)
	length(t, c, 3)
	w.advance(9 * time.Second)
	length(t, c, 1)
}

func TestNoCapacity(t *testing.T) {
	for _, capacity := range []int{0, -3} {
		w := &watch{}
		c := New[string, int](capacity, ttl, w.now)
		c.Put("a", 1)
		lacks(t, c, "a")
		length(t, c, 0)
	}
}

func TestManyEntries(t *testing.T) {
	const capacity, puts = 10_000, 60_000
	w := &watch{}
	c := New[int, int](capacity, ttl, w.now)
	for i := 0; i < puts; i++ {
		c.Put(i, i)
	}
	if n := c.Len(); n != capacity {
		t.Fatalf("%d entries, want %d", n, capacity)
	}
	for i := puts - capacity; i < puts; i++ {
		if got, ok := c.Get(i); !ok || got != i {
			t.Fatalf("%d is %d, %v", i, got, ok)
		}
	}
}

func TestManyGoroutines(t *testing.T) {
	const capacity = 20
	w := &watch{}
	c := New[int, int](capacity, ttl, w.now)
	var wg sync.WaitGroup
	for g := 0; g < 8; g++ {
		g := g
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 500; i++ {
				key := (g*7 + i) % 50
				c.Put(key, key)
				if got, ok := c.Get((key + 25) % 50); ok && got != (key+25)%50 {
					t.Errorf("%d holds %d", (key+25)%50, got)
				}
				if n := c.Len(); n < 0 || n > capacity {
					t.Errorf("%d entries in a cache for %d", n, capacity)
				}
				w.advance(100 * time.Millisecond)
			}
		}()
	}
	wg.Wait()
}
