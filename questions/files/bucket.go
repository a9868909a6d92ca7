// Package bucket limits how often something may happen.
package bucket

import "time"

// Bucket is a token bucket. It is safe for use by several goroutines.
type Bucket struct {
}

// New returns a full bucket that holds at most size tokens and gains rate of
// them a second. No goroutine and no timer belongs to it.
func New(rate float64, size int, now time.Time) *Bucket {
	return &Bucket{}
}

// Allow takes a token and returns true, or returns false if there is no whole
// one at the time now. Goroutines may hand in their times in any order; an
// earlier time than one already seen adds nothing.
func (b *Bucket) Allow(now time.Time) bool {
	return false
}
