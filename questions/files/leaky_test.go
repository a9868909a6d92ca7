package leaky

import (
	"context"
	"errors"
	"sort"
	"sync"
	"testing"
	"time"
)

const (
	interval = 100 * time.Millisecond
	patience = 5 * time.Second // of real time, far more than a right solution needs
)

// clock stands still until it is told to go on.
type clock struct {
	mu     sync.Mutex
	now    time.Time
	timers []timer
	asked  chan time.Duration // every wait that somebody asked for
}

type timer struct {
	at time.Time
	c  chan time.Time
}

func newClock() *clock {
	// Far away, so that no deadline on it passes in real time.
	return &clock{now: time.Now().Add(1000 * time.Hour), asked: make(chan time.Duration, 1000)}
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) After(d time.Duration) <-chan time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := timer{c.now.Add(d), make(chan time.Time, 1)}
	c.timers = append(c.timers, t)
	c.asked <- d
	return t.c
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	var later []timer
	for _, t := range c.timers {
		if t.at.After(c.now) {
			later = append(later, t)
		} else {
			t.c <- c.now
		}
	}
	c.timers = later
}

// begin calls Wait in a goroutine.
func begin(l *Limiter, ctx context.Context) <-chan error {
	result := make(chan error, 1)
	go func() { result <- l.Wait(ctx) }()
	return result
}

func end(t *testing.T, what string, result <-chan error, want error) {
	t.Helper()
	select {
	case err := <-result:
		if !errors.Is(err, want) {
			t.Fatalf("%s: %v, want %v", what, err, want)
		}
	case <-time.After(patience):
		t.Fatalf("%s: Wait hangs", what)
	}
}

// now expects Wait to end without waiting.
func now(t *testing.T, what string, l *Limiter, want error) {
	t.Helper()
	end(t, what, begin(l, context.Background()), want)
}

// later begins a Wait and expects it to wait for d.
func later(t *testing.T, what string, l *Limiter, c *clock, ctx context.Context, d time.Duration) <-chan error {
	t.Helper()
	result := begin(l, ctx)
	select {
	case got := <-c.asked:
		if got != d {
			t.Fatalf("%s: waits for %v, want %v", what, got, d)
		}
	case err := <-result:
		t.Fatalf("%s: did not wait and returned %v, want a wait of %v", what, err, d)
	case <-time.After(patience):
		t.Fatalf("%s: neither waits nor returns", what)
	}
	return result
}

func TestEvenPace(t *testing.T) {
	c := newClock()
	l := New(interval, 3, c)
	bg := context.Background()
	now(t, "the first call", l, nil)
	second := later(t, "the second", l, c, bg, interval)
	third := later(t, "the third", l, c, bg, 2*interval)
	c.advance(interval)
	end(t, "the second", second, nil)
	select {
	case err := <-third:
		t.Fatalf("the third came through together with the second: %v", err)
	default:
	}
	c.advance(interval)
	end(t, "the third", third, nil)
}

func TestPartOfAnInterval(t *testing.T) {
	c := newClock()
	l := New(interval, 3, c)
	now(t, "the first call", l, nil)
	c.advance(30 * time.Millisecond)
	later(t, "a call 30 ms later", l, c, context.Background(), 70*time.Millisecond)
	c.advance(70*time.Millisecond + interval)
	now(t, "a call an interval after that turn", l, nil)
}

// However long nobody came: no two calls go through together.
func TestIdleTimeIsNotSaved(t *testing.T) {
	c := newClock()
	l := New(interval, 3, c)
	now(t, "the first call", l, nil)
	c.advance(time.Hour)
	now(t, "a call after an hour", l, nil)
	later(t, "one right after it", l, c, context.Background(), interval)
}

func TestFullQueue(t *testing.T) {
	c := newClock()
	l := New(interval, 2, c)
	bg := context.Background()
	now(t, "the first call", l, nil)
	second := later(t, "the second", l, c, bg, interval)
	later(t, "the third", l, c, bg, 2*interval)
	for i := 0; i < 3; i++ {
		now(t, "with two waiting", l, ErrFull)
	}
	c.advance(interval / 2)
	now(t, "half an interval later", l, ErrFull)
	c.advance(interval / 2)
	end(t, "the second", second, nil)
	later(t, "with one waiting", l, c, bg, 2*interval) // the refused calls took no turn
}

func TestNoQueue(t *testing.T) {
	c := newClock()
	l := New(interval, 0, c)
	now(t, "the first call", l, nil)
	now(t, "one right after it", l, ErrFull)
	c.advance(interval)
	now(t, "an interval later", l, nil)
}

func TestEndedContextTakesNoTurn(t *testing.T) {
	c := newClock()
	l := New(interval, 2, c)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	end(t, "an ended context", begin(l, ctx), context.Canceled)
	now(t, "the first call after it", l, nil)
}

func TestDeadlineBeforeTheTurn(t *testing.T) {
	c := newClock()
	l := New(interval, 5, c)
	now(t, "the first call", l, nil)
	short, cancel := context.WithDeadline(context.Background(), c.Now().Add(interval-time.Millisecond))
	defer cancel()
	end(t, "a deadline before the turn", begin(l, short), context.DeadlineExceeded)
	long, cancel := context.WithDeadline(context.Background(), c.Now().Add(2*interval))
	defer cancel()
	result := later(t, "a deadline after the turn", l, c, long, interval) // the turn was not lost
	c.advance(interval)
	end(t, "a deadline after the turn", result, nil)
}

func TestGivesUpWhileWaiting(t *testing.T) {
	c := newClock()
	l := New(interval, 2, c)
	now(t, "the first call", l, nil)
	ctx, cancel := context.WithCancel(context.Background())
	result := later(t, "the second", l, c, ctx, interval)
	cancel()
	end(t, "the second, cancelled", result, context.Canceled)
}

// Calls at the same moment get turns one interval apart, each its own.
func TestManyGoroutines(t *testing.T) {
	const n = 50
	c := newClock()
	l := New(interval, n, c)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	returned := make(chan error, n)
	for i := 0; i < n; i++ {
		go func() { returned <- l.Wait(ctx) }()
	}
	if err := <-returned; err != nil {
		t.Fatalf("the first to return: %v", err)
	}
	var waits []time.Duration
	for i := 0; i < n-1; i++ { // the first does not wait
		select {
		case d := <-c.asked:
			waits = append(waits, d)
		case <-time.After(patience):
			t.Fatalf("%d of %d callers wait", len(waits), n-1)
		}
	}
	sort.Slice(waits, func(i, j int) bool { return waits[i] < waits[j] })
	for i, d := range waits {
		if want := time.Duration(i+1) * interval; d != want {
			t.Fatalf("caller %d waits for %v, want %v", i+1, d, want)
		}
	}
}
