import pytest

from app.settings import Settings, read_settings


def test_has_a_value_for_everything() -> None:
    assert read_settings({}) == Settings(port=8080, shutdown_delay_seconds=3)
    assert read_settings({"PORT": ""}) == read_settings({})


def test_takes_the_values_of_the_environment() -> None:
    env = {"PORT": "81", "SHUTDOWN_DELAY_SECONDS": "0"}
    assert read_settings(env) == Settings(port=81, shutdown_delay_seconds=0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "65536"),
        ("PORT", "80a"),
        ("SHUTDOWN_DELAY_SECONDS", "5"),
        ("SHUTDOWN_DELAY_SECONDS", "-1"),
        ("SHUTDOWN_DELAY_SECONDS", "1e0"),
    ],
)
def test_refuses_what_is_no_number_within_the_limits(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=f"{name}.*'{value}'"):
        read_settings({name: value})
