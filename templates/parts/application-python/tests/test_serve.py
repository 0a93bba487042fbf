import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from urllib.error import HTTPError, URLError
from urllib.request import urlopen


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def service() -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start the service with a slow route, and give its process and address."""
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    with subprocess.Popen([sys.executable, "-m", "tests.slow_service", str(port)]) as process:
        try:
            deadline = time.monotonic() + 10
            while get(f"{origin}/readyz") != (200, '{"status":"ready"}'):
                assert time.monotonic() < deadline, "the service does not listen"
                time.sleep(0.1)
            yield process, origin
        finally:
            process.kill()


def get(url: str) -> tuple[int, str]:
    """Give the status and the body; 0 where there is no answer."""
    try:
        with urlopen(url, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
    except (URLError, ConnectionError) as error:
        return 0, str(error)


def ask(url: str) -> Future[tuple[int, str]]:
    """Ask without waiting for the answer, long enough ago to be under way."""
    answer = ThreadPoolExecutor(1).submit(get, url)
    time.sleep(0.3)
    return answer


def test_stops_without_dropping_a_request() -> None:
    with service() as (process, origin):
        slow = ask(f"{origin}/slow/3")
        begin = time.monotonic()
        process.send_signal(signal.SIGTERM)
        time.sleep(0.3)

        assert get(f"{origin}/readyz")[0] == 503
        assert get(f"{origin}/api/greetings/Ada")[0] == 200
        assert slow.result() == (200, "done")
        assert process.wait(10) == 0
        assert 1 < time.monotonic() - begin < 10


def test_stops_within_ten_seconds_whatever_is_under_way() -> None:
    with service() as (process, origin):
        endless = ask(f"{origin}/slow/60")
        begin = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 1
        assert 5 < time.monotonic() - begin < 10
        assert endless.result()[0] == 0
