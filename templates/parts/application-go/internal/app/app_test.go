package app_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"services.internal/${{ values.name }}/internal/app"
	"services.internal/${{ values.name }}/internal/logging"
)

func newApp() *app.App {
	return app.New(logging.New(io.Discard))
}

func send(a *app.App, method, path string) *httptest.ResponseRecorder {
	answer := httptest.NewRecorder()
	a.ServeHTTP(answer, httptest.NewRequest(method, path, nil))
	return answer
}

func TestGreets(t *testing.T) {
	answer := send(newApp(), "GET", "/api/greetings/Ada")
	if want := "{\"message\":\"Hello, Ada!\"}\n"; answer.Code != 200 || answer.Body.String() != want {
		t.Errorf("got %d %q", answer.Code, answer.Body)
	}
}

func TestRefusesToGreet(t *testing.T) {
	for _, name := range []string{"1st", "a%20b", strings.Repeat("x", 41), "%3Cscript%3E"} {
		answer := send(newApp(), "GET", "/api/greetings/"+name)
		if answer.Code != 400 || !strings.Contains(answer.Body.String(), "name must match") {
			t.Errorf("%s: got %d %q", name, answer.Code, answer.Body)
		}
	}
}

func TestIsAliveWithoutAnythingElseAndReadyUntilToldToStop(t *testing.T) {
	a := newApp()
	for _, path := range []string{"/healthz", "/readyz"} {
		if answer := send(a, "GET", path); answer.Code != 200 {
			t.Errorf("%s: got %d", path, answer.Code)
		}
	}

	a.EndReadiness()
	for path, want := range map[string]int{"/healthz": 200, "/readyz": 503, "/api/greetings/Ada": 200} {
		answer := send(a, "GET", path)
		if answer.Code != want || answer.Header().Get("Connection") != "close" {
			t.Errorf("%s: got %d, Connection: %q", path, answer.Code, answer.Header().Get("Connection"))
		}
	}
}

func TestLogsRequestsWithoutWhatTheClientSent(t *testing.T) {
	var log bytes.Buffer
	a := app.New(logging.New(&log))
	a.Handle("GET /broken", func(http.ResponseWriter, *http.Request) { panic(errors.New("no such table")) })
	send(a, "GET", "/api/greetings/Ada?token=s3cret")
	send(a, "GET", "/healthz")
	if answer := send(a, "GET", "/broken?token=s3cret"); answer.Code != 500 ||
		answer.Body.String() != "{\"error\":\"internal error\"}\n" {
		t.Errorf("got %d %q", answer.Code, answer.Body)
	}

	if text := log.String(); strings.Contains(text, "s3cret") || strings.Contains(text, "Ada") {
		t.Errorf("told what the client sent: %s", text)
	}
	var lines []string
	for decoder := json.NewDecoder(&log); decoder.More(); {
		var line struct {
			Level, Message, Route, Err string
			Status                     int
		}
		if err := decoder.Decode(&line); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprint(line))
	}
	want := []string{
		"{info request /api/greetings/{name}  200}",
		"{error request failed  no such table 0}",
		"{info request /broken  500}",
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", lines, want)
	}
}

// series are the lines of /metrics that begin with the name.
func series(a *app.App, name string) []string {
	var found []string
	for line := range strings.Lines(send(a, "GET", "/metrics").Body.String()) {
		if strings.HasPrefix(line, name+"{") {
			found = append(found, strings.TrimSpace(line))
		}
	}
	return found
}

func TestCountsByMethodRouteTemplateAndStatus(t *testing.T) {
	a := newApp()
	for _, name := range []string{"Ada", "Bob", "1"} {
		send(a, "GET", "/api/greetings/"+name)
	}
	for _, metric := range []string{"http_requests_total", "http_request_duration_seconds_count"} {
		got := strings.Join(series(a, metric), "\n")
		for status, count := range map[int]int{200: 2, 400: 1, 500: 0} {
			want := fmt.Sprintf(`%s{method="GET",route="/api/greetings/{name}",status="%d"} %d`, metric, status, count)
			if !strings.Contains(got, want) {
				t.Errorf("%s is not in\n%s", want, got)
			}
		}
	}
}

func TestMakesOneSeriesOfHoweverManyUnknownPathsAndMethods(t *testing.T) {
	a := newApp()
	known := len(series(a, "http_requests_total"))
	for n := range 40 {
		send(a, "GET", fmt.Sprintf("/wp-admin/%d?q=%d", n, n))
		send(a, fmt.Sprintf("M%d", n), "/")
	}
	got := series(a, "http_requests_total")
	for _, want := range []string{
		`http_requests_total{method="GET",route="unmatched",status="404"} 40`,
		`http_requests_total{method="other",route="unmatched",status="404"} 40`,
	} {
		if len(got) != known+2 || !strings.Contains(strings.Join(got, "\n"), want) {
			t.Errorf("%s is not among %d:\n%s", want, len(got), strings.Join(got, "\n"))
		}
	}
}

func TestHasABucketForEachLatencyThatObjectivesName(t *testing.T) {
	a := newApp()
	var bounds []string
	for _, line := range series(a, "http_request_duration_seconds_bucket") {
		if strings.Contains(line, `status="200"`) {
			_, rest, _ := strings.Cut(line, `le="`)
			bound, _, _ := strings.Cut(rest, `"`)
			bounds = append(bounds, bound)
		}
	}
	if got := strings.Join(bounds, " "); got != "0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 10 +Inf" {
		t.Errorf("got %s", got)
	}
}

func TestCountsASilentHandlerAsSuccessful(t *testing.T) {
	// A handler that writes nothing has answered with 200.
	var log bytes.Buffer
	a := app.New(logging.New(&log))
	a.Handle("POST /silent", func(http.ResponseWriter, *http.Request) {})
	send(a, "POST", "/silent")
	if !strings.Contains(log.String(), `"status":200`) {
		t.Errorf("got %s", log.String())
	}
}
