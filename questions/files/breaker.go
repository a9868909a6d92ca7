// Package breaker keeps calls away from a dependency that fails.
package breaker

import (
	"errors"
	"time"
)

// ErrOpen is returned instead of making the call.
var ErrOpen = errors.New("breaker: open")

type state int

const (
	closed   state = iota // calls pass and are counted
	open                  // calls are refused until Cooldown has passed
	halfOpen              // one call passes, as a probe
)

// Breaker is closed at first, and safe for use by several goroutines. Its
// exported fields are set before the first call.
type Breaker struct {
	Window   time.Duration    // how long calls are counted together
	MinCalls int              // with fewer calls in the window it stays closed
	Ratio    float64          // share of failures in the window that opens it, 0 to 1
	Cooldown time.Duration    // how long it stays open before a probe
	Now      func() time.Time // the clock, usually time.Now
}

// Do makes the call and returns its error, or returns ErrOpen without making it.
//   - An error or a panic is a failure; the panic goes on to the caller.
//   - The first call after Cooldown is the probe. While it runs, others get ErrOpen.
//   - If the probe succeeds the Breaker closes, if it fails the Cooldown begins anew.
//   - A call that began before the last change of state decides nothing any more.
func (b *Breaker) Do(call func() error) error {
	return call()
}
