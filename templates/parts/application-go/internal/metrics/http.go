// Package metrics measures what the objectives in slos/ are computed from.
package metrics

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Request is what is known of an answered request. Neither field may hold what a client made up.
type Request struct {
	Method string
	// Route is the template of the route, never the path: paths are without number.
	Route  string
	Status int
}

// HTTP has the metrics of requests, and those of the process.
type HTTP struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
}

// NewHTTP has no series yet: see Announce.
func NewHTTP() *HTTP {
	labels := []string{"method", "route", "status"}
	m := &HTTP{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "http_requests_total",
			Help: "HTTP requests answered, by method, route template and status.",
		}, labels),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "http_request_duration_seconds",
			Help: "Time from the first byte of a request to the last of its answer, in seconds.",
			// A latency objective is exact where its target is one of these.
			Buckets: []float64{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10},
		}, labels),
	}
	m.registry.MustRegister(
		m.requests,
		m.duration,
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return m
}

// Handler answers with all metrics, in the text format of Prometheus.
func (m *HTTP) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// Observe counts a request.
func (m *HTTP) Observe(request Request, took time.Duration) {
	labels := request.labels()
	m.requests.WithLabelValues(labels...).Inc()
	m.duration.WithLabelValues(labels...).Observe(took.Seconds())
}

// Announce shows a series at zero, since the step from nothing to one is no increase that a rate could see.
func (m *HTTP) Announce(request Request) {
	labels := request.labels()
	m.requests.WithLabelValues(labels...)
	m.duration.WithLabelValues(labels...)
}

func (r Request) labels() []string {
	return []string{r.Method, r.Route, strconv.Itoa(r.Status)}
}

// Method is the method as it is counted: clients may send any word.
func Method(sent string) string {
	switch sent {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut,
		http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return sent
	default:
		return "other"
	}
}
