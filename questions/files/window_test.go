package window

import (
	"fmt"
	"math/rand"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// clock is set by hand; a test that shares it between goroutines leaves it alone.
type clock struct{ at time.Time }

func newClock() *clock                   { return &clock{time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)} }
func (c *clock) now() time.Time          { return c.at }
func (c *clock) forward(d time.Duration) { c.at = c.at.Add(d) }

// ask asks n times at one moment and counts the grants.
func ask(l *Limiter, user string, n int) int {
	granted := 0
	for i := 0; i < n; i++ {
		if l.Allow(user) {
			granted++
		}
	}
	return granted
}

func expect(t *testing.T, what string, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %d, want %d", what, got, want)
	}
}

func TestAllowsNAndNoMore(t *testing.T) {
	expect(t, "20 requests, limit 5", ask(New(5, time.Minute, newClock().now), "ann", 20), 5)
	expect(t, "20 requests, limit 1", ask(New(1, time.Minute, newClock().now), "ann", 20), 1)
	expect(t, "20 requests, limit 0", ask(New(0, time.Minute, newClock().now), "ann", 20), 0)
}

func TestTheWindowSlides(t *testing.T) {
	c := newClock()
	l := New(3, 10*time.Second, c.now)
	for i := 0; i < 3; i++ { // at 0, 4 and 8 seconds
		expect(t, "one of the first three", ask(l, "ann", 1), 1)
		c.forward(4 * time.Second)
	}
	c.forward(-2*time.Second - time.Nanosecond)
	expect(t, "just before the first one leaves", ask(l, "ann", 3), 0)
	c.forward(time.Nanosecond)
	expect(t, "as the first one leaves", ask(l, "ann", 3), 1)
	c.forward(4 * time.Second)
	expect(t, "as the second one leaves", ask(l, "ann", 3), 1)
	c.forward(time.Hour)
	expect(t, "an hour later", ask(l, "ann", 9), 3)
}

func TestNoDoubleLimitAroundAFullMinute(t *testing.T) {
	c := newClock()
	l := New(100, time.Minute, c.now)
	c.forward(59 * time.Second)
	expect(t, "at the end of a minute", ask(l, "ann", 200), 100)
	c.forward(2 * time.Second)
	expect(t, "at the start of the next", ask(l, "ann", 200), 0)
}

func TestRefusedRequestsDoNotCount(t *testing.T) {
	c := newClock()
	l := New(2, 10*time.Second, c.now)
	ask(l, "ann", 2)
	for i := 0; i < 9; i++ {
		c.forward(time.Second)
		expect(t, "too early", ask(l, "ann", 50), 0)
	}
	c.forward(time.Second)
	expect(t, "after 10 seconds of hammering", ask(l, "ann", 50), 2)
}

func TestUsersDoNotShareALimit(t *testing.T) {
	l := New(2, time.Minute, newClock().now)
	expect(t, "ann", ask(l, "ann", 9), 2)
	expect(t, "bob", ask(l, "bob", 9), 2)
	expect(t, "ann again", ask(l, "ann", 9), 0)
}

// Any sequence of requests gets the answers of a list that is counted anew each time.
func TestAgainstCountingByHand(t *testing.T) {
	random := rand.New(rand.NewSource(13))
	for n := 1; n <= 5; n++ {
		c := newClock()
		l := New(n, time.Second, c.now)
		var allowed []time.Time
		for i := 0; i < 2000; i++ {
			c.forward(time.Duration(random.Intn(8)) * 50 * time.Millisecond)
			count := 0
			for _, at := range allowed {
				if c.at.Sub(at) < time.Second {
					count++
				}
			}
			got, want := l.Allow("ann"), count < n
			if got != want {
				t.Fatalf("limit %d, request %d: got %v with %d in the window", n, i, got, count)
			}
			if got {
				allowed = append(allowed, c.at)
			}
		}
	}
}

func TestSweepForgetsOnlyWhoIsIdle(t *testing.T) {
	c := newClock()
	l := New(3, 10*time.Second, c.now)
	for i := 0; i < 1000; i++ {
		ask(l, fmt.Sprint("user ", i), 1)
	}
	expect(t, "all are in the window", l.Sweep(), 1000)
	c.forward(6 * time.Second)
	ask(l, "user 1", 1)
	ask(l, "user 2", 9)
	c.forward(4 * time.Second)
	expect(t, "two asked again", l.Sweep(), 2)
	expect(t, "user 1 has used one", ask(l, "user 1", 9), 2)
	expect(t, "user 2 has used two", ask(l, "user 2", 9), 1)
	expect(t, "user 3 starts afresh", ask(l, "user 3", 9), 3)
	c.forward(10 * time.Second)
	expect(t, "nobody asked any more", l.Sweep(), 0)
}

func TestManyGoroutines(t *testing.T) {
	l := New(100, time.Minute, newClock().now)
	var ann, others int32
	var all sync.WaitGroup
	for i := 0; i < 50; i++ {
		all.Add(1)
		go func(i int) {
			defer all.Done()
			atomic.AddInt32(&ann, int32(ask(l, "ann", 50)))
			atomic.AddInt32(&others, int32(ask(l, fmt.Sprint("user ", i), 50)))
			l.Sweep()
		}(i)
	}
	all.Wait()
	expect(t, "one user from 50 goroutines", int(ann), 100)
	expect(t, "50 users, each from one", int(others), 2500)
}
