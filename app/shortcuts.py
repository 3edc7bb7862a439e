"""Which keys do what: a preset, and on top of it what the user changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from app.actions import Actions, Command, keys_of
from app.key_presets import PRESETS, Preset
from app.settings import KEYS_CHANGED, KEYS_PRESET, Settings

Keys = tuple[QKeySequence, ...]

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class Shortcuts(QObject):
    """The keys of all actions, kept in the settings. GUI thread.

    No two commands share keys: what takes a key takes it away from the one that had it.

    Args:
        presets: by name; see `app.key_presets`.
    """

    changed = Signal()

    def __init__(
        self,
        actions: Actions,
        settings: Settings,
        presets: Mapping[str, Preset] = PRESETS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._presets = presets
        self._unwatch = [
            settings.watch(option, lambda _: self._apply())
            for option in (KEYS_PRESET, KEYS_CHANGED)
        ]
        self._apply()

    @property
    def actions(self) -> Actions:
        """Whose keys these are."""
        return self._actions

    def release(self) -> None:
        """No longer follow the settings."""
        for unwatch in self._unwatch:
            unwatch()

    def keys(self, command_id: str) -> Keys:
        """The keys of a command as they are now."""
        return tuple(self._actions[command_id].shortcuts())

    def is_changed(self, command_id: str) -> bool:
        """Whether its keys are others than the preset's."""
        return self.keys(command_id) != self._preset_keys()[command_id]

    def conflicts(self, command_id: str, keys: QKeySequence) -> list[Command]:
        """The other commands that these keys would be taken from."""
        return [
            command
            for command in self._actions.commands
            if command.id != command_id and _clash(self.keys(command.id), (keys,))
        ]

    def assign(self, command_id: str, keys: Sequence[QKeySequence]) -> None:
        """Give a command these keys, or none; whoever had them loses them."""
        changes = self._changes()
        for keyed in keys:
            for other in self.conflicts(command_id, keyed):
                kept = [each for each in self.keys(other.id) if not _clash((each,), (keyed,))]
                changes[other.id] = _text(kept)
        changes[command_id] = _text(keys)
        self._keep(changes)

    def reset(self, command_id: str) -> None:
        """Back to the preset's keys; whoever has them now loses them."""
        self.assign(command_id, self._preset_keys()[command_id])

    def reset_all(self) -> None:
        """Back to the preset."""
        self._settings.reset(KEYS_CHANGED)

    def _keep(self, changes: dict[str, str]) -> None:
        preset = {each: _text(keys) for each, keys in self._preset_keys().items()}
        # What belongs to a command that this version does not know is kept for the one that does.
        self._settings.set(
            KEYS_CHANGED,
            tuple(
                f"{each}={text}"
                for each, text in sorted(changes.items())
                if preset.get(each) != text
            ),
        )

    def _changes(self) -> dict[str, str]:
        rows = (each.partition("=") for each in self._settings.get(KEYS_CHANGED))
        return {command_id: text for command_id, _, text in rows}

    def _preset_keys(self) -> dict[str, Keys]:
        commands = self._actions.commands
        preset = self._presets[self._settings.get(KEYS_PRESET)]
        return _laid_over({each.id: tuple(keys_of(each.shortcut)) for each in commands}, preset)

    def _apply(self) -> None:
        for command_id, keys in _laid_over(self._preset_keys(), self._changes()).items():
            self._actions.set_keys(command_id, keys)
        self.changed.emit()


def keys_text(keys: Iterable[QKeySequence]) -> str:
    """Keys as people read them; those that only some keyboards have ("New", "Undo") left out."""
    native = QKeySequence.SequenceFormat.NativeText
    common = [each for each in keys if not _FIRST_RARE <= each[0].key() <= _LAST_RARE]
    return ", ".join(each.toString(native) for each in common)


_FIRST_RARE, _LAST_RARE = Qt.Key.Key_Back, Qt.Key.Key_MediaLast


def _laid_over(below: dict[str, Keys], above: Mapping[str, str | None]) -> dict[str, Keys]:
    """The keys of `above` where it has any; what it uses, `below` loses."""
    given = {each: _parse(text or "") for each, text in above.items() if each in below}
    taken = [key for keys in given.values() for key in keys]
    kept = {
        each: tuple(key for key in keys if not _clash((key,), taken))
        for each, keys in below.items()
        if each not in given
    }
    return {each: given.get(each, kept.get(each, ())) for each in below}


def _clash(keys: Iterable[QKeySequence], others: Iterable[QKeySequence]) -> bool:
    """Whether any of them is the same as, or the beginning of, one of the others."""
    none = QKeySequence.SequenceMatch.NoMatch
    others = tuple(others)
    return any(a.matches(b) != none or b.matches(a) != none for a in keys for b in others)


def _text(keys: Sequence[QKeySequence]) -> str:
    return QKeySequence.listToString(list(keys), _PORTABLE)


def _parse(text: str) -> Keys:
    return tuple(QKeySequence.listFromString(text, _PORTABLE)) if text else ()
