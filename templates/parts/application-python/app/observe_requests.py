"""Counts and logs each request, by the template of its route."""

import logging
import time
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.http_metrics import HttpMetrics, ObservedRequest, counted_method
from app.readiness import Readiness

_logger = logging.getLogger("app")


class ObserveRequests:
    """Wraps an application. What the platform asks is neither counted nor logged."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        metrics: HttpMetrics,
        readiness: Readiness,
        routes: Iterable[Route],
    ) -> None:
        """Show the series of the routes from the beginning."""
        self._app = app
        self._metrics = metrics
        self._readiness = readiness
        self._counted = {route.path for route in routes}
        for route in routes:
            for method in sorted(route.methods or []):
                metrics.announce(ObservedRequest(method, route.path, 200))
                metrics.announce(ObservedRequest(method, route.path, 500))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start = time.perf_counter()
        status = 500

        async def send_observed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                if not self._readiness.ready:
                    # Sends the client to another instance with its next request.
                    MutableHeaders(scope=message)["connection"] = "close"
            await send(message)

        try:
            await self._app(scope, receive, send_observed)
        except Exception:
            # Starlette has answered, and gives the error to who logs it.
            _logger.exception("request failed")

        matched = scope.get("route")
        route = matched.path if isinstance(matched, Route) else "unmatched"
        if matched is not None and route not in self._counted:
            return
        request = ObservedRequest(counted_method(scope["method"]), route, status)
        seconds = round(time.perf_counter() - start, 6)
        self._metrics.observe(request, seconds)
        _logger.info("request", extra={"fields": {**vars(request), "seconds": seconds}})
