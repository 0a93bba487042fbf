"""The service with a route that takes its time, as a process to be stopped: python -m …"""

import asyncio
import sys

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from app.application import create_app
from app.greetings import greetings
from app.json_logs import log_json
from app.serve import serve
from app.settings import Settings


async def slow(request: Request) -> PlainTextResponse:
    await asyncio.sleep(request.path_params["seconds"])
    return PlainTextResponse("done")


if __name__ == "__main__":
    log_json()
    serve(
        create_app([greetings, Route("/slow/{seconds:int}", slow)]),
        Settings(port=int(sys.argv[1]), shutdown_delay_seconds=1),
    )
