"""`counterclip hide` against plain ffmpeg."""
from .measure import COUNTERCLIP, WORK, encode, hold, in_turn, interview, run


def bench():
    source = interview(60)
    ours, theirs = WORK / 'hidden.mp4', WORK / 'plain.mp4'
    wall, plain, ratio, memory_ratio, memory, plain_memory = in_turn(
        lambda: run([COUNTERCLIP, '--quiet', 'hide', source, ours, '--force']), lambda: encode(source, theirs))
    print(f'hide 60 s of 1280x720: {wall:.1f} s, ffmpeg {plain:.1f} s, ratio {ratio:.2f} (at most 2.0); '
          f'peak memory {memory:.0f} MB, ffmpeg {plain_memory:.0f} MB, ratio {memory_ratio:.2f} (at most 1.5)')
    hold(ratio, 2.0, 'hide, of ffmpeg')
    hold(memory_ratio, 1.5, 'hide, memory of ffmpeg')
