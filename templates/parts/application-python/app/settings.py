"""What the environment decides."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What the environment decides."""

    port: int
    """The port to listen on."""

    shutdown_delay_seconds: int
    """How long requests are still taken after SIGTERM, until nobody sends any."""


def read_settings(env: Mapping[str, str]) -> Settings:
    """Raise ValueError where a variable is no number within its limits, naming it."""
    return Settings(
        port=_read_integer(env, "PORT", by_default=8080, highest=65_535),
        # Four and the five of draining stay below the ten seconds that a stop may take.
        shutdown_delay_seconds=_read_integer(
            env, "SHUTDOWN_DELAY_SECONDS", by_default=3, highest=4
        ),
    )


def _read_integer(env: Mapping[str, str], name: str, *, by_default: int, highest: int) -> int:
    text = env.get(name) or str(by_default)
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > highest:
        message = f"{name} must be a whole number from 0 to {highest}, but is {text!r}"
        raise ValueError(message)
    return int(text)
