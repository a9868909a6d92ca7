package bucket

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var start = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

func at(d time.Duration) time.Time { return start.Add(d) }

// take asks n times at the same moment and counts the grants.
func take(b *Bucket, n int, now time.Time) int {
	granted := 0
	for i := 0; i < n; i++ {
		if b.Allow(now) {
			granted++
		}
	}
	return granted
}

func expect(t *testing.T, what string, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %d granted, want %d", what, got, want)
	}
}

func TestBurstUpToSize(t *testing.T) {
	expect(t, "full bucket of 5", take(New(10, 5, start), 20, start), 5)
}

func TestRefillsWithTime(t *testing.T) {
	b := New(10, 5, start)
	take(b, 5, start)
	expect(t, "half an interval later", take(b, 3, at(50*time.Millisecond)), 0)
	expect(t, "one interval later", take(b, 3, at(101*time.Millisecond)), 1)
	expect(t, "two more", take(b, 5, at(302*time.Millisecond)), 2)
}

func TestNeverHoldsMoreThanSize(t *testing.T) {
	b := New(10, 5, start)
	take(b, 5, start)
	expect(t, "after an hour", take(b, 20, at(time.Hour)), 5)
	expect(t, "after a century", take(b, 20, at(100*365*24*time.Hour)), 5)
}

func TestKeepsFractions(t *testing.T) {
	b := New(10, 1, start)
	take(b, 1, start)
	granted := 0
	for ms := 1; ms <= 1050; ms++ {
		granted += take(b, 1, at(time.Duration(ms)*time.Millisecond))
	}
	expect(t, "asking every millisecond for a second", granted, 10)
}

func TestTimeNeverRunsBackwards(t *testing.T) {
	b := New(10, 2, start)
	take(b, 2, at(time.Second))
	expect(t, "an earlier time", take(b, 2, start), 0)
	expect(t, "back at the latest time", take(b, 2, at(time.Second)), 0)
	expect(t, "an interval after it", take(b, 2, at(1101*time.Millisecond)), 1)
}

func TestEarlierTimeTakesNothingAway(t *testing.T) {
	b := New(10, 2, at(time.Second))
	expect(t, "a full bucket at an earlier time", take(b, 5, start), 2)
}

func TestManyGoroutines(t *testing.T) {
	b := New(1, 100, start)
	var granted int32
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			atomic.AddInt32(&granted, int32(take(b, 50, start)))
		}()
	}
	wg.Wait()
	expect(t, "50 goroutines at once", int(granted), 100)
}
