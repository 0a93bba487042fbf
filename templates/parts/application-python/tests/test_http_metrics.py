from starlette.testclient import TestClient

from app.application import create_app


def series(client: TestClient, name: str) -> list[str]:
    text = client.get("/metrics").text
    return [line for line in text.splitlines() if line.startswith(name + "{")]


def test_counts_by_method_route_template_and_status() -> None:
    client = TestClient(create_app().asgi)
    for name in ("Ada", "Bob", "1"):
        client.get(f"/api/greetings/{name}")
    for metric in ("http_requests_total", "http_request_duration_seconds_count"):
        found = series(client, metric)
        for status, count in ((200, 2), (400, 1), (500, 0)):
            labels = f'{{method="GET",route="/api/greetings/{{name}}",status="{status}"}}'
            assert f"{metric}{labels} {count}.0" in found


def test_makes_one_series_of_however_many_unknown_paths_and_methods() -> None:
    client = TestClient(create_app().asgi)
    known = series(client, "http_requests_total")
    for number in range(40):
        client.get(f"/wp-admin/{number}?q={number}")
        client.request(f"M{number}", "/")
    found = series(client, "http_requests_total")
    assert sorted(set(found) - set(known)) == [
        'http_requests_total{method="GET",route="unmatched",status="404"} 40.0',
        'http_requests_total{method="other",route="unmatched",status="404"} 40.0',
    ]


def test_has_a_bucket_for_each_latency_that_objectives_name() -> None:
    client = TestClient(create_app().asgi)
    bounds = [
        line.split('le="')[1].split('"')[0]
        for line in series(client, "http_request_duration_seconds_bucket")
        if 'method="GET"' in line and 'status="200"' in line
    ]
    assert " ".join(bounds) == "0.005 0.01 0.025 0.05 0.1 0.25 0.5 1.0 2.5 5.0 10.0 +Inf"
