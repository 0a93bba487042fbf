"""Starts the service: python -m app."""

import os

from app.application import create_app
from app.json_logs import log_json
from app.serve import serve
from app.settings import read_settings

log_json()
serve(create_app(), read_settings(os.environ))
