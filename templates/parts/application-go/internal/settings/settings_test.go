package settings

import (
	"strings"
	"testing"
	"time"
)

func read(variables map[string]string) (Settings, error) {
	return Read(func(name string) string { return variables[name] })
}

func TestHasAValueForEverything(t *testing.T) {
	got, err := read(nil)
	if want := (Settings{Port: 8080, ShutdownDelay: 3 * time.Second}); err != nil || got != want {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}

func TestTakesTheValuesOfTheEnvironment(t *testing.T) {
	got, err := read(map[string]string{"PORT": "81", "SHUTDOWN_DELAY_SECONDS": "0"})
	if want := (Settings{Port: 81}); err != nil || got != want {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}

func TestRefusesWhatIsNoNumberWithinTheLimits(t *testing.T) {
	for _, refused := range [][2]string{
		{"PORT", "65536"},
		{"PORT", "80a"},
		{"SHUTDOWN_DELAY_SECONDS", "5"},
		{"SHUTDOWN_DELAY_SECONDS", "-1"},
		{"SHUTDOWN_DELAY_SECONDS", "1e0"},
	} {
		name, value := refused[0], refused[1]
		_, err := read(map[string]string{name: value})
		if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), value) {
			t.Errorf("%s=%s: got %v", name, value, err)
		}
	}
}
