package pool

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

const patience = 5 * time.Second // far more than a right solution needs

func unexpectedPanic(t *testing.T) func(any) {
	return func(v any) { t.Errorf("a task panicked: %v", v) }
}

// within calls f and returns its error; it fails the test if f hangs.
func within(t *testing.T, what string, f func() error) error {
	t.Helper()
	result := make(chan error, 1)
	go func() { result <- f() }()
	select {
	case err := <-result:
		return err
	case <-time.After(patience):
		t.Fatalf("%s hangs", what)
		return nil
	}
}

func submit(t *testing.T, p *Pool, task func(context.Context)) {
	t.Helper()
	if err := within(t, "Submit", func() error { return p.Submit(context.Background(), task) }); err != nil {
		t.Fatalf("Submit: %v", err)
	}
}

func stop(t *testing.T, p *Pool) {
	t.Helper()
	if err := within(t, "Stop", func() error { return p.Stop(context.Background()) }); err != nil {
		t.Fatalf("Stop: %v", err)
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

// As many tasks as there are workers run at once, and never more.
func TestFixedNumberOfWorkers(t *testing.T) {
	const workers, tasks = 3, 30
	p := New(workers, tasks, unexpectedPanic(t))
	var running, most int32
	var mu sync.Mutex
	var first sync.WaitGroup
	first.Add(workers)
	for i := 0; i < tasks; i++ {
		i := i
		submit(t, p, func(context.Context) {
			now := atomic.AddInt32(&running, 1)
			mu.Lock()
			if now > most {
				most = now
			}
			mu.Unlock()
			if i < workers { // the first ones meet, so they must run side by side
				first.Done()
				first.Wait()
			}
			time.Sleep(time.Millisecond)
			atomic.AddInt32(&running, -1)
		})
	}
	stop(t, p)
	if most != workers {
		t.Errorf("at most %d tasks ran at once, want %d", most, workers)
	}
}

// A full queue makes Submit wait, for as long as its caller is willing to.
func TestSubmitWaitsForRoom(t *testing.T) {
	p := New(1, 1, unexpectedPanic(t))
	started, release := make(chan struct{}), make(chan struct{})
	submit(t, p, func(context.Context) { close(started); <-release })
	await(t, "the first task", started)
	submit(t, p, func(context.Context) {}) // fills the queue

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	var called int32
	err := within(t, "Submit", func() error {
		return p.Submit(ctx, func(context.Context) { atomic.StoreInt32(&called, 1) })
	})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Submit to a full queue returned %v, want %v", err, context.DeadlineExceeded)
	}
	close(release)
	stop(t, p)
	if atomic.LoadInt32(&called) != 0 {
		t.Error("a task was called although its Submit had failed")
	}
}

// Stop lets the queue run empty, and refuses what comes later.
func TestStopDrains(t *testing.T) {
	const tasks = 50
	p := New(2, tasks, unexpectedPanic(t))
	var done int32
	for i := 0; i < tasks; i++ {
		submit(t, p, func(context.Context) {
			time.Sleep(time.Millisecond)
			atomic.AddInt32(&done, 1)
		})
	}
	stop(t, p)
	if n := atomic.LoadInt32(&done); n != tasks {
		t.Errorf("%d of %d accepted tasks were done when Stop returned", n, tasks)
	}
	err := within(t, "Submit", func() error {
		return p.Submit(context.Background(), func(context.Context) { t.Error("a task ran after Stop") })
	})
	if !errors.Is(err, ErrStopped) {
		t.Errorf("Submit after Stop returned %v, want %v", err, ErrStopped)
	}
	stop(t, p) // a second time does no harm
}

// Whatever the moment of Stop: accepted tasks are called, refused ones are not.
func TestSubmitDuringStop(t *testing.T) {
	for round := 0; round < 20; round++ {
		p := New(2, 1, unexpectedPanic(t))
		var accepted, called int32
		var callers sync.WaitGroup
		for i := 0; i < 8; i++ {
			callers.Add(1)
			go func() {
				defer callers.Done()
				for {
					err := p.Submit(context.Background(), func(context.Context) { atomic.AddInt32(&called, 1) })
					if err != nil {
						if !errors.Is(err, ErrStopped) {
							t.Errorf("Submit returned %v, want %v", err, ErrStopped)
						}
						return
					}
					atomic.AddInt32(&accepted, 1)
				}
			}()
		}
		time.Sleep(time.Millisecond)
		stop(t, p)
		within(t, "a Submit", func() error { callers.Wait(); return nil })
		if accepted != called {
			t.Fatalf("%d tasks were accepted, %d called", accepted, called)
		}
	}
}

// When time runs out, Stop returns and the tasks learn of it.
func TestStopDeadline(t *testing.T) {
	p := New(1, 1, unexpectedPanic(t))
	started, running, queued := make(chan struct{}), make(chan struct{}), make(chan struct{})
	submit(t, p, func(ctx context.Context) { close(started); <-ctx.Done(); close(running) })
	submit(t, p, func(ctx context.Context) { <-ctx.Done(); close(queued) })
	await(t, "the first task", started)

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if err := within(t, "Stop", func() error { return p.Stop(ctx) }); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("Stop returned %v, want %v", err, context.DeadlineExceeded)
	}
	await(t, "the end of the running task's context", running)
	await(t, "the call of the queued task", queued)
}

// A task that ignores its context must not hold Stop up, nor whoever waits in Submit.
func TestStopDoesNotWaitForStubbornTask(t *testing.T) {
	p := New(1, 0, unexpectedPanic(t))
	started, release, refused := make(chan struct{}), make(chan struct{}), make(chan struct{})
	defer close(release)
	submit(t, p, func(context.Context) { close(started); <-release })
	await(t, "the first task", started)
	go func() {
		defer close(refused)
		if err := p.Submit(context.Background(), func(context.Context) {}); !errors.Is(err, ErrStopped) {
			t.Errorf("the waiting Submit returned %v, want %v", err, ErrStopped)
		}
	}()
	time.Sleep(10 * time.Millisecond) // let it reach the full queue

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if err := within(t, "Stop", func() error { return p.Stop(ctx) }); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Stop returned %v, want %v", err, context.DeadlineExceeded)
	}
	await(t, "the Submit that waited", refused)
}

// A panic is reported, and its worker lives on.
func TestPanicKeepsWorker(t *testing.T) {
	var seen []any
	p := New(1, 4, func(v any) { seen = append(seen, v) }) // one worker: no lock needed
	var after int32
	submit(t, p, func(context.Context) { panic("boom") })
	submit(t, p, func(context.Context) { panic("bang") })
	submit(t, p, func(context.Context) { atomic.AddInt32(&after, 1) })
	stop(t, p)
	if len(seen) != 2 || seen[0] != "boom" || seen[1] != "bang" {
		t.Errorf("onPanic saw %v, want [boom bang]", seen)
	}
	if after != 1 {
		t.Error("the task after the panics did not run")
	}
}
