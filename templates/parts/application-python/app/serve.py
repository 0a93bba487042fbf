"""Serves until SIGTERM or SIGINT, then stops without dropping a request."""

import logging
import os
import threading
import time
from types import FrameType

import uvicorn

from app.application import Application
from app.readiness import Readiness
from app.settings import Settings

# How long requests that are under way may take once no new ones are accepted.
_DRAIN_SECONDS = 5

_logger = logging.getLogger("app")


def serve(app: Application, settings: Settings) -> None:
    """Return once the service has stopped. A second signal ends it at once."""
    config = uvicorn.Config(
        app.asgi,
        host="0.0.0.0",  # noqa: S104 - who may connect is decided by the network's policies
        port=settings.port,
        # Longer than a load balancer keeps a connection (60 s): whoever closes first must not be
        # this side.
        timeout_keep_alive=75,
        lifespan="off",
        # A line per request is written by ObserveRequests: Uvicorn's own would hold the query,
        # which may be secret.
        access_log=False,
        log_config=None,
        server_header=False,
    )
    _PatientServer(config, app.readiness, settings.shutdown_delay_seconds).run()


class _PatientServer(uvicorn.Server):
    """Goes on serving for a while after a signal: load balancers learn late that it stops."""

    def __init__(self, config: uvicorn.Config, readiness: Readiness, delay: int) -> None:
        super().__init__(config)
        self._readiness = readiness
        self._delay = delay

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - Uvicorn's
        if self._readiness.ready:
            self._readiness.end()
            # Nothing may block or log here, where the signal has interrupted just anything.
            threading.Thread(target=self._stop, daemon=True).start()
        else:
            self.force_exit = self.should_exit = True

    def _stop(self) -> None:
        _logger.info("stopping: not ready any more")
        time.sleep(self._delay)
        self.should_exit = True
        # Ends with the process, unless requests keep it.
        time.sleep(_DRAIN_SECONDS)
        _logger.error("requests took longer than %s s: dropped", _DRAIN_SECONDS)
        os._exit(1)
