package app

import "net/http"

// Asked by the platform, not by users: neither counted nor logged.
const (
	healthRoute  = "/healthz"
	readyRoute   = "/readyz"
	metricsRoute = "/metrics"
)

func isPlatformRoute(pattern string) bool {
	switch route(pattern) {
	case healthRoute, readyRoute, metricsRoute:
		return true
	default:
		return false
	}
}

// health says that the process can answer at all. It asks nothing else, or a restart would be tried where it cannot help.
func (a *App) health(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
}

func (a *App) ready(w http.ResponseWriter, _ *http.Request) {
	if a.stopping.Load() {
		writeJSON(w, http.StatusServiceUnavailable, map[string]string{"status": "stopping"})
		return
	}
	writeJSON(w, http.StatusOK, map[string]string{"status": "ready"})
}
