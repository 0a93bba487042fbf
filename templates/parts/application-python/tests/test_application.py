import io
import json

import pytest
from starlette.requests import Request
from starlette.routing import Route
from starlette.testclient import TestClient

from app.application import create_app
from app.greetings import greetings
from app.json_logs import log_json


def test_greets() -> None:
    answer = TestClient(create_app().asgi).get("/api/greetings/Ada")
    assert (answer.status_code, answer.json()) == (200, {"message": "Hello, Ada!"})


@pytest.mark.parametrize("name", ["1st", "a%20b", "x" * 41, "%3Cscript%3E"])
def test_refuses_to_greet(name: str) -> None:
    answer = TestClient(create_app().asgi).get(f"/api/greetings/{name}")
    assert answer.status_code == 400
    assert "name must match" in answer.json()["error"]


def test_is_alive_without_anything_else_and_ready_until_told_to_stop() -> None:
    app = create_app()
    client = TestClient(app.asgi)
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200

    app.readiness.end()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
    last = client.get("/api/greetings/Ada")
    assert (last.status_code, last.headers["connection"]) == (200, "close")


def test_logs_requests_without_what_the_client_sent() -> None:
    async def break_down(_: Request) -> None:
        message = "no such table"
        raise RuntimeError(message)

    lines = io.StringIO()
    log_json(lines)
    client = TestClient(create_app([greetings, Route("/broken", break_down)]).asgi)
    client.get("/api/greetings/Ada?token=s3cret", headers={"authorization": "Bearer s3cret"})
    client.get("/healthz")
    broken = client.get("/broken?token=s3cret")
    assert (broken.status_code, broken.json()) == (500, {"error": "internal error"})

    text = lines.getvalue()
    assert "s3cret" not in text
    assert "Ada" not in text
    logged = [json.loads(line) for line in text.splitlines()]
    assert [
        (line["level"], line["message"], line.get("route"), line.get("status")) for line in logged
    ] == [
        ("info", "request", "/api/greetings/{name}", 200),
        ("error", "request failed", None, None),
        ("info", "request", "/broken", 500),
    ]
    assert "no such table" in logged[1]["err"]
