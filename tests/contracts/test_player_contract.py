"""One contract for every player: a real loudspeaker stream, and the one that only follows the clock."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from position_signal import PositionSignal
from processes import poll
from virtual_microphone import VirtualMicrophone

from kiosk.audio.player import LoudspeakerFault, Player, PortAudioPlayer, SilentPlayer

pytest_plugins = ("sound_fixtures",)

RATE_HZ = 48_000
PATIENCE_S = 30.0
SIGNAL = PositionSignal(seconds=1)
PCM = (SIGNAL.samples / 32_768).astype(np.float32)


class PlayerContract:
    def test_plays_to_the_end_and_stays_there(self, player: Player) -> None:
        assert not player.playing
        assert player.position_frames == 0
        player.play(PCM, RATE_HZ)
        positions = [player.position_frames]

        def over() -> bool:
            playing = player.playing
            positions.append(player.position_frames)
            return not playing

        assert poll(over, PATIENCE_S)
        assert positions == sorted(positions)
        assert len(set(positions)) > 3
        assert player.position_frames == len(PCM)

    def test_begins_where_it_is_told(self, player: Player) -> None:
        player.play(PCM, RATE_HZ, start_frame=40_000)
        assert player.position_frames >= 40_000
        assert poll(lambda: not player.playing, PATIENCE_S)
        assert player.position_frames == len(PCM)

    def test_stop_keeps_the_place(self, player: Player) -> None:
        player.play(np.tile(PCM, 20), RATE_HZ)
        assert poll(lambda: player.position_frames > 4_800, PATIENCE_S)
        player.stop()
        assert not player.playing
        place = player.position_frames
        assert 4_800 < place < 20 * len(PCM)
        player.stop()
        assert player.position_frames == place

    def test_a_new_sound_replaces_the_old(self, player: Player) -> None:
        player.play(np.tile(PCM, 60), RATE_HZ)
        player.play(PCM[:9_600], RATE_HZ)
        assert poll(lambda: not player.playing, PATIENCE_S)
        assert player.position_frames == 9_600

    @pytest.mark.parametrize("start_frame", [0, 480])
    def test_nothing_to_play_is_over_soon(self, player: Player, start_frame: int) -> None:
        player.play(PCM[:start_frame], RATE_HZ, start_frame)
        assert poll(lambda: not player.playing, PATIENCE_S)
        assert player.position_frames == start_frame


class TestSilent(PlayerContract):
    @pytest.fixture
    def player(self) -> Iterator[Player]:
        player = SilentPlayer()
        yield player
        player.stop()


@pytest.mark.sound
class TestLoudspeaker(PlayerContract):
    @pytest.fixture
    def player(self, virtual_microphone: VirtualMicrophone) -> Iterator[Player]:
        player = PortAudioPlayer()
        yield player
        player.stop()

    def test_every_sample_is_heard_once(self, player: Player, virtual_microphone: VirtualMicrophone) -> None:
        listener = virtual_microphone.listening()
        player.play(np.concatenate([np.zeros(RATE_HZ // 2, np.float32), PCM]), RATE_HZ)
        assert poll(lambda: not player.playing, PATIENCE_S)
        player.stop()
        assert poll(lambda: SIGNAL.decode(listener.heard()).last == len(PCM) - 1, PATIENCE_S)
        listener.stop()
        decoded = SIGNAL.decode(listener.heard())
        assert decoded.whole
        assert decoded.first == 0

    def test_a_loudspeaker_that_is_not_there_is_told(self, virtual_microphone: VirtualMicrophone) -> None:
        player = PortAudioPlayer("no such loudspeaker")
        with pytest.raises(LoudspeakerFault):
            player.play(PCM, RATE_HZ)
        assert not player.playing
