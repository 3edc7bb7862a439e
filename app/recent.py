"""The drawings opened and saved last. Qt-free."""

from __future__ import annotations

from pathlib import Path

from app.settings import FILES_RECENT, FILES_RECENT_COUNT, Settings


class RecentFiles:
    """Kept in the settings, newest first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def paths(self) -> tuple[Path, ...]:
        """As many as the user wants to see."""
        count = self._settings.get(FILES_RECENT_COUNT)
        return tuple(Path(each) for each in self._settings.get(FILES_RECENT)[:count])

    def add(self, path: Path) -> None:
        """A file was opened or saved: it is the newest."""
        name = str(path.absolute())
        others = [each for each in self._settings.get(FILES_RECENT) if each != name]
        count = self._settings.get(FILES_RECENT_COUNT)
        self._settings.set(FILES_RECENT, (name, *others)[:count])

    def clear(self) -> None:
        """Forget all."""
        self._settings.reset(FILES_RECENT)


def short_names(paths: tuple[Path, ...]) -> list[str]:
    """The files' names; those that are the same with as much of their folders as tells them apart.

    The same path twice stays the same.
    """
    names = []
    for path in paths:
        parts = path.parts
        length = 1
        others = [other for other in paths if other != path]
        while length < len(parts) and any(
            other.parts[-length:] == parts[-length:] for other in others
        ):
            length += 1
        names.append(str(Path(*parts[-length:])))
    return names
