"""Settings of the service, read from the environment (``DOCGEN_…``); the only reader of it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

#: Days begin and end here, numbers start again at New Year here.
TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_PROJECT = Path(__file__).resolve().parents[1]


class Settings(BaseSettings):
    """Everything that an operator may set; each has a default that needs nothing but a folder."""

    model_config = SettingsConfigDict(env_prefix="DOCGEN_", frozen=True)

    home: Path = Field(
        default=Path.home() / ".local" / "share" / "docgen",
        description="Where the embedded default keeps its database, documents, keys and trust store.",
    )
    database_url: str = Field(default="", description="Catalogue: postgresql+psycopg://… or sqlite:///…")
    store_url: str = Field(default="", description="Object store: s3://key:secret@host:port/bucket or a folder.")
    trust: Path | None = Field(default=None, description="Folder of root certificates (*.crt) and lists (*.crl).")
    templates: Path = Field(default=_PROJECT / "templates" / "vn", description="Folder of the kinds.")
    sample_offices: Path = Field(default=_PROJECT / "templates" / "offices", description="Offices of the demo.")
    office: str = Field(default="", description="Code of the office that issues where nothing else says.")
    bind: str = Field(default="127.0.0.1", description="Address that the server listens on.")
    port: int = Field(default=8000, description="Port that the server listens on.")
    libreoffice: Path = Field(
        default=Path("/usr/lib/libreoffice/program"), description="Folder of LibreOffice's libraries."
    )
    converters: int = Field(default=2, ge=1, le=64, description="LibreOffice processes; one for each core.")
    conversion_seconds: float = Field(default=120, gt=0, description="Seconds that one conversion may take.")
    waiting_seconds: float = Field(default=60, gt=0, description="Seconds that a document waits for a converter.")

    @property
    def embedded(self) -> bool:
        """Whether the catalogue is the default one in ``home``, which fills itself with the samples."""
        return not self.database_url

    @cached_property
    def catalogue_address(self) -> str:
        """Where the catalogue is."""
        return self.database_url or str(self.home.absolute() / "catalogue.db")

    @cached_property
    def store_address(self) -> str:
        """Where the documents are."""
        return self.store_url or str(self.home.absolute() / "objects")

    @cached_property
    def trust_folder(self) -> Path:
        """Where the trusted authorities are."""
        return (self.trust or self.home / "trust").absolute()

    @cached_property
    def demo_folder(self) -> Path:
        """Where the demo's own authority and keys are."""
        return (self.home / "demo").absolute()
