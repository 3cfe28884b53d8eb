"""Where things lie on this computer. With `--data DIR` everything lies in that folder, and nothing outside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# Without å: some file systems store it in two ways and then find it in one.
FOLDER_NAME = "BRA Desktop"
# What lies beside the data when a folder was named: settings and log.
IN_DATA_FOLDER = ("installningar", "logg")


@dataclass(frozen=True)
class Paths:
    """`data` holds the municipality's data, `config` the settings of this computer, `logs` the log."""

    data: Path
    config: Path
    logs: Path

    @classmethod
    def of_platform(cls) -> Paths:
        """The platform's local folders, which are not synced between computers (never Windows' Roaming)."""
        from platformdirs import PlatformDirs

        folders = PlatformDirs(FOLDER_NAME, appauthor=False, roaming=False)
        return cls(data=folders.user_data_path / "kommun", config=folders.user_config_path, logs=folders.user_log_path)

    @classmethod
    def in_folder(cls, data: Path) -> Paths:
        """Everything in a folder that was named on the command line."""
        config, logs = IN_DATA_FOLDER
        return cls(data=data, config=data / config, logs=data / logs)

    @classmethod
    def chosen(cls, data: Path | None) -> Paths:
        """The named folder's paths, or the platform's when none was named."""
        return cls.of_platform() if data is None else cls.in_folder(data.expanduser().absolute())
