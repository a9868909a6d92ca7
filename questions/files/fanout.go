// Package fanout runs a function on many inputs, a few at a time.
package fanout

import (
	"context"
	"errors"
	"fmt"
)

// ErrLimit is returned for a limit below one.
var ErrLimit = errors.New("fanout: limit below one")

var errNotImplemented = errors.New("not implemented")

// PanicError is what a panic of fn becomes.
type PanicError struct {
	Value any
	Stack []byte // of the goroutine that panicked
}

func (e *PanicError) Error() string { return fmt.Sprintf("fanout: panic: %v", e.Value) }

// Map calls fn once for every item, at most limit calls at the same time, and
// returns the results in the order of the items. There may be millions of
// items: it does not start a goroutine for each.
//
// The first error ends the work: no further call begins, the context of those
// under way is cancelled, and Map returns no results and that error. A panic
// of fn counts as such an error, a *PanicError. When ctx ends before all calls
// have begun, its error counts as well.
//
// Whatever happens, Map returns only when every call that began has ended.
func Map[In, Out any](
	ctx context.Context, limit int, items []In, fn func(context.Context, In) (Out, error),
) ([]Out, error) {
	return nil, errNotImplemented
}
