//go:build smoke

// Package smoke asks a deployed service, at SMOKE_URL.
package smoke

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

var client = &http.Client{Timeout: 10 * time.Second}

func get(t *testing.T, path string) (status int, body string, err error) {
	t.Helper()
	base := os.Getenv("SMOKE_URL")
	if base == "" {
		t.Fatal("SMOKE_URL must be the address of a deployed service")
	}
	answer, err := client.Get(strings.TrimSuffix(base, "/") + path)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(text), err
}

func TestAnswersOnceItIsReachable(t *testing.T) {
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(time.Second) {
		status, body, err := get(t, "/api/greetings/smoke")
		if err == nil && status == http.StatusOK {
			if want := "{\"message\":\"Hello, smoke!\"}\n"; body != want {
				t.Errorf("got %q, want %q", body, want)
			}
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("answers %d, %v", status, err)
		}
	}
}

func TestRefusesWhatItDoesNotKnow(t *testing.T) {
	for path, want := range map[string]int{"/api/greetings/1": 400, "/api/nothing": 404} {
		if status, _, err := get(t, path); err != nil || status != want {
			t.Errorf("%s: got %d, %v, want %d", path, status, err, want)
		}
	}
}
