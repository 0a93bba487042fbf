import os
import time
from urllib.error import HTTPError
from urllib.request import urlopen


def get(path: str) -> tuple[int, str]:
    """Give the status and the body of the deployed service's answer."""
    base = os.environ.get("SMOKE_URL", "")
    assert base, "SMOKE_URL must be the address of a deployed service"
    try:
        with urlopen(base.rstrip("/") + path, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def test_answers_once_it_is_reachable() -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            answer = get("/api/greetings/smoke")
        except OSError as error:
            answer = (0, str(error))
        if answer[0] == 200:
            break
        assert time.monotonic() < deadline, answer
        time.sleep(1)
    assert answer[1] == '{"message":"Hello, smoke!"}'


def test_refuses_what_it_does_not_know() -> None:
    assert get("/api/greetings/1")[0] == 400
    assert get("/api/nothing")[0] == 404
