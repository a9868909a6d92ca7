// Package pool runs tasks on a fixed number of goroutines.
package pool

import (
	"context"
	"errors"
)

// ErrStopped is what Submit returns once Stop has been called.
var ErrStopped = errors.New("pool: stopped")

var errNotImplemented = errors.New("not implemented")

// A Pool runs tasks on a fixed number of workers. Every task that Submit
// accepts is called exactly once. All methods may be called by many
// goroutines at the same time.
type Pool struct {
	// Your fields.
}

// New starts a pool of workers, with room for queue waiting tasks.
// A task that panics does not end its worker: the worker calls onPanic
// with the value of the panic, and goes on with the next task.
func New(workers, queue int, onPanic func(any)) *Pool {
	return &Pool{}
}

// Submit hands a task over. While the queue is full it waits, until there is
// room, ctx ends (it returns the error of ctx) or the pool is stopped (it
// returns ErrStopped). A task whose Submit returned an error is never called.
//
// The task gets a context that ends when Stop runs out of time.
func (p *Pool) Submit(ctx context.Context, task func(context.Context)) error {
	return errNotImplemented
}

// Stop ends the intake and waits until the accepted tasks are done; then it
// returns nil. If ctx ends first, Stop cancels the context of all tasks and
// returns the error of ctx without waiting any longer; tasks still in the
// queue are then called with the cancelled context, so that they can report
// it. Stop may be called more than once.
func (p *Pool) Stop(ctx context.Context) error {
	return errNotImplemented
}
