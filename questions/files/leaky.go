// Package leaky lets calls through at an even pace.
package leaky

import (
	"context"
	"errors"
	"time"
)

// ErrFull is returned while as many callers are waiting as there is room for.
var ErrFull = errors.New("leaky: too many are waiting")

var errNotImplemented = errors.New("not implemented")

// A Clock tells the time and wakes up; tests have their own.
type Clock interface {
	Now() time.Time
	After(d time.Duration) <-chan time.Time
}

// A Limiter is a leaky bucket used as a queue: whatever comes in, what goes
// out is one call in each interval. Unused time is not saved up, so there are
// never two calls closer together. It is safe for use by several goroutines.
type Limiter struct {
	// Your fields.
}

// New returns a limiter that lets one call through in each interval, the
// first at once, and in which at most queue callers wait. Interval is positive.
func New(interval time.Duration, queue int, clock Clock) *Limiter {
	return &Limiter{}
}

// Wait returns nil when it is the caller's turn; turns are given in the order
// of the calls. A caller whose turn is now does not wait at all.
//
// It returns at once, and no turn is lost by it,
//   - with the error of ctx, if ctx has ended already,
//   - with ErrFull, if queue callers are waiting already,
//   - with context.DeadlineExceeded, if the deadline of ctx is before the turn.
//
// When ctx ends while the caller waits, Wait returns its error at once; the
// turn may stay unused.
func (l *Limiter) Wait(ctx context.Context) error {
	return errNotImplemented
}
