// Package flight lets callers that want the same thing share one call.
package flight

import (
	"context"
	"errors"
)

// ErrPanic is what the callers get when fn panicked.
var ErrPanic = errors.New("flight: the call panicked")

var errNotImplemented = errors.New("not implemented")

// A Group keeps track of the calls under way. Its zero value is ready for
// use, by several goroutines.
type Group[K comparable, V any] struct {
	// Your fields.
}

// Do calls fn and returns what it returns. If a call for the same key is under
// way, Do waits for that instead and returns the same. Nothing is kept: once
// the call has ended, the next Do calls again, whatever the result was.
//
// A caller waits no longer than its own ctx, and then gets the error of ctx;
// the call goes on for the others. When the last of its callers has left, the
// context that was given to fn ends, and a later Do for the key makes a new
// call, also while the abandoned one is still running. A caller whose ctx has
// ended already starts nothing.
//
// If fn panics, the process lives on, and all callers get an error that wraps
// ErrPanic and tells the value.
func (g *Group[K, V]) Do(ctx context.Context, key K, fn func(context.Context) (V, error)) (V, error) {
	var zero V
	return zero, errNotImplemented
}
