package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"services.internal/${{ values.name }}/internal/app"
	"services.internal/${{ values.name }}/internal/logging"
)

// The tests start this program again as the service, with a route that takes its time, to stop a process for real.
func TestMain(m *testing.M) {
	if os.Getenv("SLOW_SERVICE") == "" {
		os.Exit(m.Run())
	}
	log := logging.New(os.Stdout)
	slow := app.New(log)
	slow.Handle("GET /slow/{duration}", func(w http.ResponseWriter, r *http.Request) {
		duration, _ := time.ParseDuration(r.PathValue("duration"))
		time.Sleep(duration)
		fmt.Fprint(w, "done")
	})
	if err := run(log, slow); err != nil {
		os.Exit(1)
	}
}

func start(t *testing.T) (service *exec.Cmd, origin string) {
	t.Helper()
	service = exec.Command(os.Args[0])
	service.Env = append(os.Environ(), "SLOW_SERVICE=1", "PORT=0", "SHUTDOWN_DELAY_SECONDS=1")
	output, err := service.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := service.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = service.Process.Kill() })

	lines := bufio.NewScanner(output)
	for lines.Scan() {
		var line struct{ Address string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Address != "" {
			go func() { _, _ = io.Copy(io.Discard, output) }()
			return service, "http://" + strings.Replace(line.Address, "[::]", "localhost", 1)
		}
	}
	t.Fatal("the service ended before it listened")
	return nil, ""
}

// get returns the status and the body; 0 where there is no answer.
func get(url string) (int, string) {
	answer, err := http.Get(url)
	if err != nil {
		return 0, err.Error()
	}
	defer answer.Body.Close()
	body, _ := io.ReadAll(answer.Body)
	return answer.StatusCode, string(body)
}

// stop returns the exit code, and what it took to get it.
func stop(t *testing.T, service *exec.Cmd, meanwhile func()) (code int, took time.Duration) {
	t.Helper()
	begin := time.Now()
	if err := service.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	meanwhile()
	_ = service.Wait()
	return service.ProcessState.ExitCode(), time.Since(begin)
}

func TestStopsWithoutDroppingARequest(t *testing.T) {
	service, origin := start(t)
	slow := make(chan string)
	go func() {
		_, body := get(origin + "/slow/3s")
		slow <- body
	}()
	time.Sleep(300 * time.Millisecond)

	code, took := stop(t, service, func() {
		time.Sleep(300 * time.Millisecond)
		for path, want := range map[string]int{"/readyz": 503, "/healthz": 200, "/api/greetings/Ada": 200} {
			if got, _ := get(origin + path); got != want {
				t.Errorf("%s: got %d, want %d", path, got, want)
			}
		}
		if body := <-slow; body != "done" {
			t.Errorf("the slow request got %q", body)
		}
	})
	if code != 0 || took < time.Second || took > 10*time.Second {
		t.Errorf("exit code %d after %s", code, took)
	}
}

func TestStopsWithinTenSecondsWhateverIsUnderWay(t *testing.T) {
	service, origin := start(t)
	endless := make(chan int)
	go func() {
		status, _ := get(origin + "/slow/1m")
		endless <- status
	}()
	time.Sleep(300 * time.Millisecond)

	code, took := stop(t, service, func() {})
	if code != 1 || took < 5*time.Second || took > 10*time.Second {
		t.Errorf("exit code %d after %s", code, took)
	}
	if status := <-endless; status != 0 {
		t.Errorf("the endless request got %d", status)
	}
}
