"""The whole service, not yet listening."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from app.greetings import greetings
from app.http_metrics import HttpMetrics
from app.observe_requests import ObserveRequests
from app.readiness import Readiness


@dataclass(frozen=True)
class Application:
    """The service, and what stops requests from being sent to it."""

    asgi: ASGIApp
    readiness: Readiness


def create_app(routes: Sequence[Route] = (greetings,)) -> Application:
    """Put the service together. The routes are those for users; the platform's are added."""
    readiness = Readiness()
    metrics = HttpMetrics()

    async def health(_: Request) -> Response:
        # Asks nothing else, or a restart would be tried where it cannot help.
        return JSONResponse({"status": "ok"})

    async def ready(_: Request) -> Response:
        if readiness.ready:
            return JSONResponse({"status": "ready"})
        return JSONResponse({"status": "stopping"}, 503)

    async def show_metrics(_: Request) -> Response:
        return Response(metrics.render(), headers={"content-type": metrics.content_type})

    platform_routes = [
        Route("/healthz", health),
        Route("/readyz", ready),
        Route("/metrics", show_metrics),
    ]
    starlette = Starlette(
        routes=[*platform_routes, *routes],
        exception_handlers={HTTPException: _refuse, Exception: _fail},
    )
    asgi = ObserveRequests(starlette, metrics=metrics, readiness=readiness, routes=routes)
    return Application(asgi, readiness)


async def _refuse(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    return JSONResponse({"error": error.detail}, error.status_code, error.headers)


async def _fail(_: Request, __: Exception) -> Response:
    return JSONResponse({"error": "internal error"}, 500)
