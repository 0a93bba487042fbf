"""The metrics that the objectives in slos/ are computed from, and those of the process."""

from dataclasses import dataclass

from prometheus_client import (
    CONTENT_TYPE_PLAIN_0_0_4,
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

# Methods with a series of their own; clients may send any word.
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
# A latency objective is exact where its target is one of these.
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_LABELS = ("method", "route", "status")

# Prometheus makes no use of them, and they would be half of all series.
disable_created_metrics()  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class ObservedRequest:
    """What is counted of a request. No field may hold what a client made up."""

    method: str
    route: str
    """The template of the route, never the path: paths are without number."""
    status: int

    @property
    def labels(self) -> tuple[str, str, str]:
        """The values of the labels of every metric here."""
        return (self.method, self.route, str(self.status))


class HttpMetrics:
    """Metrics of requests, and those of the process."""

    content_type = CONTENT_TYPE_PLAIN_0_0_4

    def __init__(self) -> None:
        """Begin without series of requests: see announce."""
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        self._requests = Counter(
            "http_requests_total",
            "HTTP requests answered, by method, route template and status.",
            _LABELS,
            registry=self._registry,
        )
        self._duration = Histogram(
            "http_request_duration_seconds",
            "Time from the first byte of a request to the last of its answer, in seconds.",
            _LABELS,
            buckets=_BUCKETS,
            registry=self._registry,
        )

    def render(self) -> bytes:
        """Give all metrics, in the text format of Prometheus."""
        return generate_latest(self._registry)

    def observe(self, request: ObservedRequest, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(*request.labels).inc()
        self._duration.labels(*request.labels).observe(seconds)

    def announce(self, request: ObservedRequest) -> None:
        """Show a series at zero: the step from nothing to one is no increase that a rate sees."""
        self._requests.labels(*request.labels)
        self._duration.labels(*request.labels)


def counted_method(sent: str) -> str:
    """Give the method as it is counted."""
    return sent if sent in _METHODS else "other"
