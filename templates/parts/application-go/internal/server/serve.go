// Package server starts the service, and stops it without dropping a request.
package server

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"services.internal/${{ values.name }}/internal/app"
)

// drainTime is how long requests that are under way may take once no new ones are accepted.
const drainTime = 5 * time.Second

// Options of Serve.
type Options struct {
	Listener net.Listener
	App      *app.App
	Log      *slog.Logger
	// ShutdownDelay is how long requests are still taken once the context is done.
	ShutdownDelay time.Duration
}

// Serve returns once it has stopped, with an error where it could not serve or had to drop requests.
func Serve(ctx context.Context, options Options) error {
	server := &http.Server{
		Handler:           options.App,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      30 * time.Second,
		// Longer than a load balancer keeps a connection (60 s): whoever closes first must not be this side.
		IdleTimeout: 75 * time.Second,
		ErrorLog:    slog.NewLogLogger(options.Log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(options.Listener) }()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	options.Log.Info("stopping: not ready any more")
	options.App.EndReadiness()
	// Load balancers learn of it only after a while; until then they send requests, which are answered.
	time.Sleep(options.ShutdownDelay)

	drained, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	if err := server.Shutdown(drained); err != nil {
		return fmt.Errorf("requests took longer than %s, dropped: %w", drainTime, err)
	}
	options.Log.Info("stopped")
	return nil
}
