"""What a line of the log looks like."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TextIO


def log_json(to: TextIO = sys.stdout) -> None:
    """Write one JSON object a line, with the fields that every service here has."""
    handler = logging.StreamHandler(to)
    handler.setFormatter(_JsonFormatter())
    # Libraries only warn: HTTP clients, for one, tell whole addresses, whose query may be secret.
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in ("app", "uvicorn"):
        logging.getLogger(name).setLevel(logging.INFO)


class _JsonFormatter(logging.Formatter):
    """Writes time, level, message and service, and the fields that `extra={"fields": …}` adds."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            "service": "${{ values.name }}",
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["err"] = self.formatException(record.exc_info)
        return json.dumps(line)
