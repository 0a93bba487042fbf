package app

import "net/http"

// statusRecorder remembers the status that a handler answered with.
type statusRecorder struct {
	http.ResponseWriter
	written int
}

func (r *statusRecorder) WriteHeader(status int) {
	// An informational status comes before the answer.
	if !r.begun() && status >= http.StatusOK {
		r.written = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *statusRecorder) Write(body []byte) (int, error) {
	if !r.begun() {
		r.written = http.StatusOK
	}
	return r.ResponseWriter.Write(body)
}

// Unwrap lets http.ResponseController find what the connection can do.
func (r *statusRecorder) Unwrap() http.ResponseWriter {
	return r.ResponseWriter
}

func (r *statusRecorder) begun() bool {
	return r.written != 0
}

// status of the answer; net/http sends 200 where a handler wrote nothing.
func (r *statusRecorder) status() int {
	if !r.begun() {
		return http.StatusOK
	}
	return r.written
}
