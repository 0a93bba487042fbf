// Package settings reads what the environment decides.
package settings

import (
	"fmt"
	"strconv"
	"time"
)

// Settings are what the environment decides.
type Settings struct {
	// Port to listen on.
	Port int
	// ShutdownDelay is how long requests are still taken after SIGTERM, until nobody sends any.
	ShutdownDelay time.Duration
}

// Read fails where a variable is no number within its limits, and names it.
func Read(getenv func(string) string) (Settings, error) {
	port, err := readInteger(getenv, "PORT", 8080, 65_535)
	if err != nil {
		return Settings{}, err
	}
	// Four and the five of draining stay below the ten seconds that a stop may take.
	delay, err := readInteger(getenv, "SHUTDOWN_DELAY_SECONDS", 3, 4)
	if err != nil {
		return Settings{}, err
	}
	return Settings{Port: port, ShutdownDelay: time.Duration(delay) * time.Second}, nil
}

func readInteger(getenv func(string) string, name string, byDefault, highest int) (int, error) {
	text := getenv(name)
	if text == "" {
		return byDefault, nil
	}
	value, err := strconv.Atoi(text)
	if err != nil || value < 0 || value > highest {
		return 0, fmt.Errorf("%s must be a whole number from 0 to %d, but is %q", name, highest, text)
	}
	return value, nil
}
