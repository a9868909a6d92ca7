package breaker

import (
	"errors"
	"sync"
	"testing"
	"time"
)

var errDown = errors.New("down")

func fail() error    { return errDown }
func succeed() error { return nil }

type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

func setUp() (*Breaker, *clock) {
	c := &clock{now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	return &Breaker{Window: 10 * time.Second, MinCalls: 4, Ratio: 0.5, Cooldown: 5 * time.Second, Now: c.Now}, c
}

// opened returns a breaker that has just seen four failures.
func opened(t *testing.T) (*Breaker, *clock) {
	t.Helper()
	b, c := setUp()
	for i := 0; i < 4; i++ {
		passes(t, b, fail)
	}
	refuses(t, b)
	return b, c
}

func passes(t *testing.T, b *Breaker, call func() error) {
	t.Helper()
	if err := b.Do(call); errors.Is(err, ErrOpen) {
		t.Error("the call was refused")
	}
}

func refuses(t *testing.T, b *Breaker) {
	t.Helper()
	err := b.Do(func() error { t.Error("the call was made"); return nil })
	if !errors.Is(err, ErrOpen) {
		t.Errorf("got %v, want ErrOpen", err)
	}
}

// begin starts a call that ends when the returned function is given its result.
func begin(b *Breaker) (end func(error)) {
	started, result, done := make(chan struct{}), make(chan error, 1), make(chan struct{})
	go func() {
		defer close(done)
		if err := b.Do(func() error { close(started); return <-result }); errors.Is(err, ErrOpen) {
			close(started)
		}
	}()
	<-started
	return func(err error) { result <- err; <-done }
}

func TestNeedsEnoughCalls(t *testing.T) {
	b, _ := setUp()
	for i := 0; i < 3; i++ {
		if err := b.Do(fail); !errors.Is(err, errDown) {
			t.Errorf("got %v, want the error of the call", err)
		}
	}
	passes(t, b, fail)
	refuses(t, b)
}

func TestNeedsEnoughFailures(t *testing.T) {
	b, _ := setUp()
	for i := 0; i < 20; i++ {
		passes(t, b, succeed)
		passes(t, b, succeed)
		passes(t, b, fail)
	}
}

func TestOldCallsNoLongerCount(t *testing.T) {
	b, c := setUp()
	for i := 0; i < 3; i++ {
		passes(t, b, fail)
	}
	c.advance(21 * time.Second)
	for i := 0; i < 3; i++ {
		passes(t, b, fail)
	}
}

func TestProbeDecides(t *testing.T) {
	b, c := opened(t)
	c.advance(4 * time.Second)
	refuses(t, b)
	c.advance(2 * time.Second)
	passes(t, b, fail) // the first probe
	c.advance(4 * time.Second)
	refuses(t, b)
	c.advance(2 * time.Second)
	passes(t, b, succeed) // the second
	for i := 0; i < 3; i++ {
		passes(t, b, fail) // closed again, and counting from nothing
	}
}

func TestOneProbeAtATime(t *testing.T) {
	b, c := opened(t)
	c.advance(6 * time.Second)
	end := begin(b)
	var wg sync.WaitGroup
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			refuses(t, b)
		}()
	}
	wg.Wait()
	end(nil)
	passes(t, b, succeed)
}

func TestCallsRunSideBySide(t *testing.T) {
	b, _ := setUp()
	end := begin(b)
	done := make(chan struct{})
	go func() { defer close(done); passes(t, b, succeed) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Error("a slow call holds up the others")
	}
	end(nil)
	<-done
}

func TestLateResultDecidesNothing(t *testing.T) {
	b, c := setUp()
	lateGood, lateBad := begin(b), begin(b)
	for i := 0; i < 4; i++ {
		passes(t, b, fail)
	}
	c.advance(6 * time.Second)
	end := begin(b) // the probe
	lateGood(nil)
	refuses(t, b)
	lateBad(errDown)
	end(nil)
	passes(t, b, succeed)
}

func TestPanicOfTheProbe(t *testing.T) {
	b, c := opened(t)
	c.advance(6 * time.Second)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		b.Do(func() error { panic("bug") })
	}()
	refuses(t, b)
	c.advance(6 * time.Second)
	passes(t, b, succeed)
}
