package fanout

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

const patience = 5 * time.Second // far more than a right solution needs

func numbers(n int) []int {
	items := make([]int, n)
	for i := range items {
		items[i] = i
	}
	return items
}

// run calls Map and fails the test if it hangs.
func run(t *testing.T, ctx context.Context, limit int, items []int, fn func(context.Context, int) (string, error)) ([]string, error) {
	t.Helper()
	var out []string
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		out, err = Map(ctx, limit, items, fn)
	}()
	select {
	case <-done:
	case <-time.After(patience):
		t.Fatal("Map hangs")
	}
	return out, err
}

func await(t *testing.T, what string, c <-chan struct{}) {
	t.Helper()
	select {
	case <-c:
	case <-time.After(patience):
		t.Errorf("waited in vain: %s", what)
	}
}

func TestResultsInOrder(t *testing.T) {
	out, err := run(t, context.Background(), 4, numbers(50), func(_ context.Context, n int) (string, error) {
		time.Sleep(time.Duration(n%3) * time.Millisecond)
		return fmt.Sprint("item ", n), nil
	})
	if err != nil || len(out) != 50 {
		t.Fatalf("%d results and %v, want 50 and no error", len(out), err)
	}
	for i, got := range out {
		if want := fmt.Sprint("item ", i); got != want {
			t.Errorf("result %d is %q, want %q", i, got, want)
		}
	}
}

func TestNoItems(t *testing.T) {
	out, err := run(t, context.Background(), 3, nil, func(context.Context, int) (string, error) {
		t.Error("fn was called")
		return "", nil
	})
	if err != nil || len(out) != 0 {
		t.Errorf("%v and %v, want nothing and no error", out, err)
	}
}

func TestLimitBelowOne(t *testing.T) {
	for _, limit := range []int{0, -1} {
		_, err := run(t, context.Background(), limit, numbers(2), func(context.Context, int) (string, error) {
			t.Error("fn was called")
			return "", nil
		})
		if !errors.Is(err, ErrLimit) {
			t.Errorf("limit %d: %v, want %v", limit, err, ErrLimit)
		}
	}
}

// As many calls as the limit allows run side by side, and never more.
func TestLimit(t *testing.T) {
	const limit = 3
	var running, most int
	var mu sync.Mutex
	var first sync.WaitGroup
	first.Add(limit)
	_, err := run(t, context.Background(), limit, numbers(30), func(_ context.Context, n int) (string, error) {
		mu.Lock()
		running++
		if running > most {
			most = running
		}
		mu.Unlock()
		if n < limit { // the first ones meet
			first.Done()
			first.Wait()
		}
		time.Sleep(time.Millisecond)
		mu.Lock()
		running--
		mu.Unlock()
		return "", nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if most != limit {
		t.Errorf("%d calls ran at once, want %d", most, limit)
	}
}

func TestFewGoroutines(t *testing.T) {
	before := runtime.NumGoroutine()
	var most int64
	_, err := run(t, context.Background(), 2, numbers(2000), func(context.Context, int) (string, error) {
		if now := int64(runtime.NumGoroutine()); now > atomic.LoadInt64(&most) {
			atomic.StoreInt64(&most, now)
		}
		return "", nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if more := int(most) - before; more > 20 {
		t.Errorf("%d more goroutines for a limit of 2", more)
	}
}

func TestErrorStartsNothingMore(t *testing.T) {
	boom := errors.New("boom")
	var calls int32
	out, err := run(t, context.Background(), 1, numbers(100), func(_ context.Context, n int) (string, error) {
		atomic.AddInt32(&calls, 1)
		if n == 3 {
			return "half a result", boom
		}
		return "fine", nil
	})
	if !errors.Is(err, boom) || out != nil {
		t.Errorf("%v and %v, want no results and %v", out, err, boom)
	}
	if calls != 4 {
		t.Errorf("%d calls, want 4", calls)
	}
}

// The others learn of the first error; their own that follows from it hides nothing.
func TestErrorCancelsTheOthers(t *testing.T) {
	boom := errors.New("boom")
	var waiting sync.WaitGroup
	waiting.Add(3)
	_, err := run(t, context.Background(), 4, numbers(20), func(ctx context.Context, n int) (string, error) {
		if n == 0 {
			waiting.Wait()
			return "", boom
		}
		if n > 3 {
			t.Errorf("item %d was begun after the error", n)
			return "", nil
		}
		waiting.Done()
		await(t, "the end of the context", ctx.Done())
		return "", ctx.Err()
	})
	if !errors.Is(err, boom) {
		t.Errorf("%v, want %v", err, boom)
	}
}

func TestWaitsForCallsUnderWay(t *testing.T) {
	boom := errors.New("boom")
	started := make(chan struct{})
	var ended int32
	_, err := run(t, context.Background(), 2, numbers(2), func(_ context.Context, n int) (string, error) {
		if n == 0 {
			await(t, "the other call", started)
			return "", boom
		}
		close(started)
		time.Sleep(30 * time.Millisecond) // does not look at its context
		atomic.StoreInt32(&ended, 1)
		return "", nil
	})
	if !errors.Is(err, boom) {
		t.Errorf("%v, want %v", err, boom)
	}
	if atomic.LoadInt32(&ended) == 0 {
		t.Error("Map returned while a call was still running")
	}
}

func TestEndedContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := run(t, ctx, 2, numbers(5), func(context.Context, int) (string, error) {
		t.Error("fn was called")
		return "", nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want %v", err, context.Canceled)
	}
}

func TestContextEndsMeanwhile(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var calls int32
	_, err := run(t, ctx, 1, numbers(100), func(ctx context.Context, n int) (string, error) {
		atomic.AddInt32(&calls, 1)
		if n == 2 {
			cancel()
			await(t, "the end of the context", ctx.Done())
		}
		return "done all the same", nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want %v", err, context.Canceled)
	}
	if calls != 3 {
		t.Errorf("%d calls, want 3", calls)
	}
}

func TestPanicIsAnError(t *testing.T) {
	started := make(chan struct{})
	_, err := run(t, context.Background(), 2, numbers(10), func(ctx context.Context, n int) (string, error) {
		if n == 0 {
			await(t, "the other call", started)
			panic("no such page")
		}
		if n == 1 {
			close(started)
			await(t, "the end of the context", ctx.Done())
		}
		return "", nil
	})
	var panicked *PanicError
	if !errors.As(err, &panicked) {
		t.Fatalf("%v, want a *PanicError", err)
	}
	if panicked.Value != "no such page" || len(panicked.Stack) == 0 {
		t.Errorf("value %v with %d bytes of stack", panicked.Value, len(panicked.Stack))
	}
}
