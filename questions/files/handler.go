// Package payments takes payments over HTTP, each of them once.
package payments

import (
	"context"
	"net/http"
)

// Charge moves the money; the provider behind it knows the key as well and
// charges once for a key. Without an error the outcome is definite, also when
// the card was declined: status and answer are meant for the client. With an
// error nobody knows whether money has moved.
type Charge func(ctx context.Context, key string, body []byte) (status int, answer []byte, err error)

// Handler answers POST requests that carry an Idempotency-Key.
type Handler struct {
	charge Charge
}

// New returns a Handler that keeps its keys in memory.
func New(charge Charge) *Handler {
	return &Handler{charge: charge}
}

// ServeHTTP charges at most once for a key and keeps the first outcome:
//   - no key, or a body that cannot be read: 400
//   - a repeat with the same body: the first status and answer again
//   - the same key with another body: 422
//   - a copy while the first is still running: the same outcome, or 409
//   - an error from Charge: 502, and a repeat may try again
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "to be written", http.StatusNotImplemented)
}
