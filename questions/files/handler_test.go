package payments

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func post(h http.Handler, key, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/payments", strings.NewReader(body))
	if key != "" {
		r.Header.Set("Idempotency-Key", key)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// counting returns a charge with the given status and a body that tells the calls apart.
func counting(calls *int32, status int) Charge {
	return func(context.Context, string, []byte) (int, []byte, error) {
		n := atomic.AddInt32(calls, 1)
		return status, []byte(fmt.Sprintf("payment %d", n)), nil
	}
}

func expect(t *testing.T, w *httptest.ResponseRecorder, status int, body string) {
	t.Helper()
	if w.Code != status || w.Body.String() != body {
		t.Errorf("got %d %q, want %d %q", w.Code, w.Body, status, body)
	}
}

func TestKeyIsRequired(t *testing.T) {
	var calls int32
	if w := post(New(counting(&calls, 201)), "", "5 EUR"); w.Code != http.StatusBadRequest || calls != 0 {
		t.Errorf("got %d after %d charges, want 400 after none", w.Code, calls)
	}
}

func TestRepeatGetsTheFirstAnswer(t *testing.T) {
	for _, status := range []int{http.StatusCreated, http.StatusPaymentRequired} {
		var calls int32
		h := New(counting(&calls, status))
		for i := 0; i < 3; i++ {
			expect(t, post(h, "a", "5 EUR"), status, "payment 1")
		}
		expect(t, post(h, "b", "5 EUR"), status, "payment 2")
		if calls != 2 {
			t.Errorf("%d charges for two keys", calls)
		}
	}
}

func TestAnotherBodyIsRefused(t *testing.T) {
	var calls int32
	h := New(counting(&calls, 201))
	post(h, "a", "5 EUR")
	if w := post(h, "a", "50 EUR"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("got %d, want 422", w.Code)
	}
	expect(t, post(h, "a", "5 EUR"), 201, "payment 1")
	if calls != 1 {
		t.Errorf("%d charges, want 1", calls)
	}
}

func TestCopiesAtOnceChargeOnce(t *testing.T) {
	var calls int32
	count := counting(&calls, 201)
	h := New(func(ctx context.Context, key string, body []byte) (int, []byte, error) {
		time.Sleep(30 * time.Millisecond)
		return count(ctx, key, body)
	})
	answers := make([]*httptest.ResponseRecorder, 20)
	var wg sync.WaitGroup
	for i := range answers {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			answers[i] = post(h, "a", "5 EUR")
		}(i)
	}
	wg.Wait()
	paid := 0
	for _, w := range answers {
		if w.Code == http.StatusConflict {
			continue
		}
		paid++
		expect(t, w, 201, "payment 1")
	}
	if calls != 1 || paid == 0 {
		t.Errorf("%d charges and %d answers with the outcome, want 1 charge and an answer", calls, paid)
	}
}

func TestKeysDoNotWaitForEachOther(t *testing.T) {
	release := make(chan struct{})
	h := New(func(_ context.Context, key string, _ []byte) (int, []byte, error) {
		if key == "slow" {
			<-release
		}
		return 201, []byte(key), nil
	})
	slow, quick := make(chan struct{}), make(chan struct{})
	go func() { defer close(slow); post(h, "slow", "5 EUR") }()
	go func() {
		defer close(quick)
		for _, key := range []string{"b", "c", "d"} {
			expect(t, post(h, key, "5 EUR"), 201, key)
			time.Sleep(10 * time.Millisecond)
		}
	}()
	select {
	case <-quick:
	case <-time.After(5 * time.Second):
		t.Error("a slow charge holds up the other keys")
	}
	close(release)
	<-slow
	<-quick
}

func TestErrorCanBeTriedAgain(t *testing.T) {
	var keys []string
	h := New(func(_ context.Context, key string, _ []byte) (int, []byte, error) {
		keys = append(keys, key)
		if len(keys) == 1 {
			return 504, nil, errors.New("timeout")
		}
		return 201, []byte("paid"), nil
	})
	if w := post(h, "a", "5 EUR"); w.Code != http.StatusBadGateway {
		t.Errorf("got %d, want 502", w.Code)
	}
	expect(t, post(h, "a", "5 EUR"), 201, "paid")
	expect(t, post(h, "a", "5 EUR"), 201, "paid")
	if got := strings.Join(keys, " "); got != "a a" {
		t.Errorf("the provider saw keys %q, want %q", got, "a a")
	}
}
