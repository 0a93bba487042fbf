"""The example of a route: replace it by what the service is for."""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

_NAME = re.compile("[A-Za-z][A-Za-z0-9-]{0,39}")


async def _greet(request: Request) -> JSONResponse:
    name = request.path_params["name"]
    if not _NAME.fullmatch(name):
        raise HTTPException(400, f"name must match {_NAME.pattern}")
    return JSONResponse({"message": f"Hello, {name}!"})


greetings = Route("/api/greetings/{name}", _greet)
