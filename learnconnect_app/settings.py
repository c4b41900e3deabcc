"""All settings of LearnConnect, and the only reader of the environment.

Every field is the environment variable ``LEARNCONNECT_<NAME>`` or a line of `.env`;
`docs/configuration.md` explains each.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent.parent


def port() -> int:
    """Where the web process listens: ``PORT``, as hosts set it."""
    return int(os.environ.get("PORT", "3000"))


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix="LEARNCONNECT_", env_file=ROOT / ".env", frozen=True, extra="ignore"
    )

    env: Literal["development", "test", "production"] = "development"
    database_url: str = f"sqlite:///{ROOT / 'data' / 'learnconnect.db'}"
    redis_url: str = ""
    secret_key: SecretStr = SecretStr("")
    secret_keys_before: SecretStr = SecretStr("")
    public_url: str = Field(default_factory=lambda: f"http://localhost:{port()}")
    sqlite_synchronous: Literal["NORMAL", "FULL"] = "NORMAL"
    sendgrid_api_key: SecretStr = SecretStr("")
    sendgrid_host: str = "https://api.sendgrid.com"
    smtp_url: SecretStr = SecretStr("")
    mail_from: str = "LearnConnect <no-reply@learnconnect.local>"
    sendgrid_webhook_key: str = ""
    vapid_private_key: SecretStr = SecretStr("")
    google_client_id: str = ""
    google_client_secret: SecretStr = SecretStr("")
    google_api_root: str = ""
    google_auth_uri: str = "https://accounts.google.com/o/oauth2/v2/auth"
    google_token_uri: str = "https://oauth2.googleapis.com/token"
    microsoft_client_id: str = ""
    microsoft_client_secret: SecretStr = SecretStr("")
    microsoft_api_root: str = "https://graph.microsoft.com/v1.0"
    microsoft_authority: str = "https://login.microsoftonline.com/common"
    trusted_proxy_hops: int = 0
    metrics_token: SecretStr = SecretStr("")

    @property
    def is_production(self) -> bool:
        return self.env == "production"

    @property
    def origin(self) -> str:
        """Scheme, host and port of the public address."""
        parts = urlsplit(self.public_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def accepted_origins(self) -> list[str]:
        """Origins whose pages may open sockets: our own; in development by number too."""
        own = [self.origin]
        return own if self.is_production else [*own, self.origin.replace("localhost", "127.0.0.1")]

    @property
    def is_https(self) -> bool:
        return self.public_url.startswith("https://")

    @model_validator(mode="after")
    def _production_needs_real_secrets(self) -> Self:
        key = self.secret_key.get_secret_value()
        if self.is_production and (len(key) < 32 or "change" in key.lower()):
            raise ValueError("LEARNCONNECT_SECRET_KEY must be at least 32 random characters")
        if self.is_production and not self.is_https:
            raise ValueError("LEARNCONNECT_PUBLIC_URL must start with https:// in production")
        return self


@cache
def settings() -> Settings:
    return Settings()


def signing_key() -> bytes:
    """The secret key; in development one is made at first use and kept in `data/`."""
    configured = settings().secret_key.get_secret_value()
    if configured:
        return configured.encode()
    path = ROOT / "data" / "secret_key"
    if not path.exists():
        _keep_once(path, secrets.token_urlsafe(48))
    return path.read_text().encode()


def _keep_once(path: Path, text: str) -> None:
    """Whole and for the owner alone, or not at all: of two processes that start, one decides."""
    path.parent.mkdir(exist_ok=True)
    own = path.with_name(f"{path.name}.{os.getpid()}")
    own.touch(mode=0o600)
    own.write_text(text)
    with suppress(FileExistsError):
        os.link(own, path)
    own.unlink()


def signing_keys() -> list[bytes]:
    """The secret key, then those it took the place of."""
    before = settings().secret_keys_before.get_secret_value().split()
    return [signing_key(), *(key.encode() for key in before)]
