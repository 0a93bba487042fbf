// Package app is the service as an http.Handler.
package app

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"services.internal/${{ values.name }}/internal/metrics"
)

// App answers requests, and counts and logs each by the template of its route.
type App struct {
	mux      *http.ServeMux
	metrics  *metrics.HTTP
	log      *slog.Logger
	stopping atomic.Bool
}

// New has all routes of the service.
func New(log *slog.Logger) *App {
	a := &App{mux: http.NewServeMux(), metrics: metrics.NewHTTP(), log: log}
	a.mux.HandleFunc("GET "+healthRoute, a.health)
	a.mux.HandleFunc("GET "+readyRoute, a.ready)
	a.mux.Handle("GET "+metricsRoute, a.metrics.Handler())
	a.mux.HandleFunc("/", notFound)
	a.Handle("GET /api/greetings/{name}", greet)
	return a
}

// Handle adds a route. The pattern begins with the method.
func (a *App) Handle(pattern string, handler http.HandlerFunc) {
	a.mux.HandleFunc(pattern, handler)
	method, _, _ := strings.Cut(pattern, " ")
	for _, status := range []int{http.StatusOK, http.StatusInternalServerError} {
		a.metrics.Announce(metrics.Request{Method: method, Route: route(pattern), Status: status})
	}
}

// EndReadiness makes the platform send no more requests. Those that still come are answered.
func (a *App) EndReadiness() {
	a.stopping.Store(true)
}

func (a *App) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	if a.stopping.Load() {
		// Sends the client to another instance with its next request.
		w.Header().Set("Connection", "close")
	}
	recorder := &statusRecorder{ResponseWriter: w}
	a.answer(recorder, r)

	if isPlatformRoute(r.Pattern) {
		return
	}
	took := time.Since(start)
	request := metrics.Request{
		Method: metrics.Method(r.Method),
		Route:  route(r.Pattern),
		Status: recorder.status(),
	}
	a.metrics.Observe(request, took)
	a.log.Info("request",
		slog.String("method", request.Method),
		slog.String("route", request.Route),
		slog.Int("status", request.Status),
		slog.Float64("seconds", took.Seconds()),
	)
}

// answer turns a panic into an answer that tells nothing of it.
func (a *App) answer(w *statusRecorder, r *http.Request) {
	defer func() {
		if cause := recover(); cause != nil {
			a.log.Error("request failed",
				slog.String("err", fmt.Sprint(cause)),
				slog.String("stack", string(debug.Stack())),
			)
			if !w.begun() {
				writeError(w, http.StatusInternalServerError, "internal error")
			}
		}
	}()
	a.mux.ServeHTTP(w, r)
}

func notFound(w http.ResponseWriter, _ *http.Request) {
	writeError(w, http.StatusNotFound, "not found")
}

// route is the label of a pattern of the mux, such as "GET /api/greetings/{name}".
func route(pattern string) string {
	_, path, found := strings.Cut(pattern, " ")
	if !found {
		return "unmatched"
	}
	return path
}
