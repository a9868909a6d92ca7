// Package lru keeps a bounded number of values for a bounded time.
package lru

import "time"

// A Cache holds at most a given number of entries, each for at most a given
// time since it was put. It is safe for use by several goroutines, and starts
// none. Every method takes constant time, on average.
type Cache[K comparable, V any] struct {
	// Your fields.
}

// New returns an empty cache. One with a capacity below one keeps nothing.
// The time is always asked of now, which never goes backwards.
func New[K comparable, V any](capacity int, ttl time.Duration, now func() time.Time) *Cache[K, V] {
	return &Cache[K, V]{}
}

// Get returns the value of key, which thereby becomes the one used last; it
// does not live longer for it. An entry is gone as soon as ttl has passed.
func (c *Cache[K, V]) Get(key K) (V, bool) {
	var zero V
	return zero, false
}

// Put sets the value of key, which becomes the one used last and lives for
// ttl from now, also if it was there. For a new key in a full cache an entry
// that has expired makes room; only if there is none, the one whose last use
// is longest ago.
func (c *Cache[K, V]) Put(key K, value V) {
}

// Len returns how many entries there are that have not expired.
func (c *Cache[K, V]) Len() int {
	return -1
}
