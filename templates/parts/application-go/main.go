// Command ${{ values.name }} is the service: it reads its settings, and serves until it is told to stop.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"

	"services.internal/${{ values.name }}/internal/app"
	"services.internal/${{ values.name }}/internal/logging"
	"services.internal/${{ values.name }}/internal/server"
	"services.internal/${{ values.name }}/internal/settings"
)

func main() {
	log := logging.New(os.Stdout)
	if err := run(log, app.New(log)); err != nil {
		log.Error("failed", slog.Any("err", err))
		os.Exit(1)
	}
}

func run(log *slog.Logger, app *app.App) error {
	settings, err := settings.Read(os.Getenv)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", fmt.Sprintf(":%d", settings.Port))
	if err != nil {
		return err
	}
	log.Info("listening", slog.String("address", listener.Addr().String()))

	ctx, forget := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	// From the first signal on, a second one ends the process at once.
	context.AfterFunc(ctx, forget)
	return server.Serve(ctx, server.Options{
		Listener:      listener,
		App:           app,
		Log:           log,
		ShutdownDelay: settings.ShutdownDelay,
	})
}
