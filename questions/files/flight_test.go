package flight

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

const (
	patience = 5 * time.Second       // far more than a right solution needs
	settle   = 20 * time.Millisecond // for goroutines to get where nothing tells that they are
)

type result struct {
	value string
	err   error
}

type caller = <-chan result

func begin(g *Group[string, string], ctx context.Context, key string, fn func(context.Context) (string, error)) caller {
	c := make(chan result, 1)
	go func() {
		value, err := g.Do(ctx, key, fn)
		c <- result{value, err}
	}()
	return c
}

// watched tells when somebody is about to wait for its end.
type watched struct {
	context.Context
	once sync.Once
	seen chan struct{}
}

func (w *watched) Done() <-chan struct{} {
	w.once.Do(func() { close(w.seen) })
	return w.Context.Done()
}

// join begins several calls of Do and returns when they wait for the call under way.
func join(g *Group[string, string], ctx context.Context, n int, key string, fn func(context.Context) (string, error)) []caller {
	var callers []caller
	for i := 0; i < n; i++ {
		w := &watched{Context: ctx, seen: make(chan struct{})}
		callers = append(callers, begin(g, w, key, fn))
		select {
		case <-w.seen:
		case <-time.After(4 * settle): // it waits in some other way
		}
	}
	time.Sleep(settle)
	return callers
}

func end(t *testing.T, what string, c caller) result {
	t.Helper()
	select {
	case r := <-c:
		return r
	case <-time.After(patience):
		t.Fatalf("%s: Do hangs", what)
		return result{}
	}
}

func await(t *testing.T, what string, c <-chan struct{}) {
	t.Helper()
	select {
	case <-c:
	case <-time.After(patience):
		t.Fatalf("waited in vain: %s", what)
	}
}

// under waits until the call has begun that c is to wait for.
func under(t *testing.T, started <-chan struct{}, c caller) {
	t.Helper()
	select {
	case <-started:
	case r := <-c:
		t.Fatalf("Do returned %q and %v before the call began", r.value, r.err)
	case <-time.After(patience):
		t.Fatal("no call begins")
	}
}

func never(t *testing.T) func(context.Context) (string, error) {
	return func(context.Context) (string, error) {
		t.Error("a second call was made")
		return "", nil
	}
}

func TestShared(t *testing.T) {
	var g Group[string, string]
	bg := context.Background()
	started, release := make(chan struct{}), make(chan struct{})
	callers := []caller{begin(&g, bg, "k", func(context.Context) (string, error) {
		close(started)
		<-release
		return "page", nil
	})}
	under(t, started, callers[0])
	callers = append(callers, join(&g, bg, 20, "k", never(t))...)
	close(release)
	for _, c := range callers {
		if r := end(t, "a caller", c); r.value != "page" || r.err != nil {
			t.Errorf("%q and %v, want page", r.value, r.err)
		}
	}
}

func TestKeysDoNotWaitForEachOther(t *testing.T) {
	var g Group[string, string]
	bg := context.Background()
	started, release := make(chan struct{}), make(chan struct{})
	slow := begin(&g, bg, "slow", func(context.Context) (string, error) {
		close(started)
		<-release
		return "slow", nil
	})
	under(t, started, slow)
	quick := begin(&g, bg, "quick", func(context.Context) (string, error) { return "quick", nil })
	if r := end(t, "another key", quick); r.value != "quick" {
		t.Errorf("%q, want quick", r.value)
	}
	close(release)
	if r := end(t, "the slow key", slow); r.value != "slow" {
		t.Errorf("%q, want slow", r.value)
	}
}

// Whoever has got a result and asks again gets a new one.
func TestNothingIsKept(t *testing.T) {
	var g Group[string, string]
	calls := 0
	for i := 1; i <= 300; i++ {
		_, err := g.Do(context.Background(), "k", func(context.Context) (string, error) {
			calls++
			return "", nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if calls != i {
			t.Fatalf("%d calls after %d rounds", calls, i)
		}
	}
}

func TestErrorIsSharedAndNotKept(t *testing.T) {
	var g Group[string, string]
	bg := context.Background()
	boom := errors.New("boom")
	started, release := make(chan struct{}), make(chan struct{})
	first := begin(&g, bg, "k", func(context.Context) (string, error) {
		close(started)
		<-release
		return "", boom
	})
	under(t, started, first)
	second := join(&g, bg, 1, "k", never(t))[0]
	close(release)
	for _, c := range []caller{first, second} {
		if r := end(t, "a caller", c); !errors.Is(r.err, boom) {
			t.Errorf("%v, want %v", r.err, boom)
		}
	}
	again := begin(&g, bg, "k", func(context.Context) (string, error) { return "well", nil })
	if r := end(t, "the next", again); r.value != "well" || r.err != nil {
		t.Errorf("%q and %v after the error, want well", r.value, r.err)
	}
}

// The one who began it leaves; those who joined still get the result.
func TestOneLeaves(t *testing.T) {
	var g Group[string, string]
	ctx, cancel := context.WithCancel(context.Background())
	started, release := make(chan struct{}), make(chan struct{})
	first := begin(&g, ctx, "k", func(ctx context.Context) (string, error) {
		close(started)
		select {
		case <-release:
			return "page", nil
		case <-ctx.Done():
			return "", ctx.Err()
		}
	})
	under(t, started, first)
	second := join(&g, context.Background(), 1, "k", never(t))[0]
	cancel()
	if r := end(t, "the one who leaves", first); !errors.Is(r.err, context.Canceled) {
		t.Errorf("%v, want %v", r.err, context.Canceled)
	}
	time.Sleep(settle)
	close(release)
	if r := end(t, "the one who stays", second); r.value != "page" || r.err != nil {
		t.Errorf("%q and %v, want page", r.value, r.err)
	}
}

// All leave: the call is told, and whoever comes then does not join it.
func TestAllLeave(t *testing.T) {
	var g Group[string, string]
	ctx, cancel := context.WithCancel(context.Background())
	started, told, release := make(chan struct{}), make(chan struct{}), make(chan struct{})
	first := begin(&g, ctx, "k", func(ctx context.Context) (string, error) {
		close(started)
		<-ctx.Done()
		close(told)
		<-release // takes its time to end
		return "too late", nil
	})
	under(t, started, first)
	second := join(&g, ctx, 1, "k", never(t))[0]
	cancel()
	for _, c := range []caller{first, second} {
		if r := end(t, "one who leaves", c); !errors.Is(r.err, context.Canceled) {
			t.Errorf("%v, want %v", r.err, context.Canceled)
		}
	}
	await(t, "the end of the call's context", told)

	started2, release2 := make(chan struct{}), make(chan struct{})
	third := begin(&g, context.Background(), "k", func(context.Context) (string, error) {
		close(started2)
		<-release2
		return "fresh", nil
	})
	under(t, started2, third)
	close(release) // the abandoned call ends, and must not touch the new one
	time.Sleep(settle)
	fourth := join(&g, context.Background(), 1, "k", never(t))[0]
	close(release2)
	for _, c := range []caller{third, fourth} {
		if r := end(t, "a later caller", c); r.value != "fresh" || r.err != nil {
			t.Errorf("%q and %v, want fresh", r.value, r.err)
		}
	}
}

func TestEndedContextStartsNothing(t *testing.T) {
	var g Group[string, string]
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var calls int32
	c := begin(&g, ctx, "k", func(context.Context) (string, error) {
		atomic.AddInt32(&calls, 1)
		return "", nil
	})
	if r := end(t, "an ended context", c); !errors.Is(r.err, context.Canceled) {
		t.Errorf("%v, want %v", r.err, context.Canceled)
	}
	time.Sleep(settle)
	if atomic.LoadInt32(&calls) != 0 {
		t.Error("fn was called")
	}
}

func TestPanicReachesAll(t *testing.T) {
	var g Group[string, string]
	bg := context.Background()
	started, release := make(chan struct{}), make(chan struct{})
	first := begin(&g, bg, "k", func(context.Context) (string, error) {
		close(started)
		<-release
		panic("no such table")
	})
	under(t, started, first)
	second := join(&g, bg, 1, "k", never(t))[0]
	close(release)
	for _, c := range []caller{first, second} {
		r := end(t, "a caller", c)
		if !errors.Is(r.err, ErrPanic) || !strings.Contains(r.err.Error(), "no such table") {
			t.Errorf("%v, want %v with its value", r.err, ErrPanic)
		}
	}
	again := begin(&g, bg, "k", func(context.Context) (string, error) { return "well", nil })
	if r := end(t, "the next", again); r.value != "well" {
		t.Errorf("%q and %v after the panic, want well", r.value, r.err)
	}
}

// Many callers and few keys, under the race detector.
func TestManyGoroutines(t *testing.T) {
	var g Group[int, int]
	var running [3]int32
	var wg sync.WaitGroup
	for i := 0; i < 32; i++ {
		i := i
		wg.Add(1)
		go func() {
			defer wg.Done()
			key := i % 3
			for n := 0; n < 100; n++ {
				value, err := g.Do(context.Background(), key, func(context.Context) (int, error) {
					if atomic.AddInt32(&running[key], 1) != 1 {
						t.Error("two calls for one key at the same time")
					}
					time.Sleep(50 * time.Microsecond)
					atomic.AddInt32(&running[key], -1)
					return key, nil
				})
				if err != nil || value != key {
					t.Errorf("%d and %v, want %d", value, err, key)
				}
			}
		}()
	}
	wg.Wait()
}
