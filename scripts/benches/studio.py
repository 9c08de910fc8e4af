"""counterclip-studio: opening 10,000 interviews, seeking against plain libav, playing 1080p with the veil on."""
import json
import statistics

from . import catalog
from .measure import BIN, COUNTERCLIP, WORK, hold, output_of, remove, run

SECONDS = 20


def puppet_archive():
    """An archive with a 1080p25 interview whose faces are known."""
    folder = WORK / 'studio'
    if (folder / 'done').exists():
        return folder / 'archive'
    remove(folder)
    folder.mkdir(parents=True)
    film = folder / 'film.mp4'
    run([BIN / 'counterclip-puppet', 'interview', film, '--seconds', SECONDS, '--size', '1920x1080'])
    base = [COUNTERCLIP, '--quiet', '--archive', folder / 'archive', '--as', 'amina']
    output_of([COUNTERCLIP, '--quiet', 'init', folder / 'archive'])
    output_of([*base, 'operator', 'add', 'amina', '--role', 'editor', '--no-passphrase'])
    output_of([*base, 'interview', 'add', 'BENCH-1', '--pseudonym', 'Abu Karim'])
    output_of([*base, 'import', 'BENCH-1', film])
    output_of([*base, 'consent', 'set', 'BENCH-1', '--use', 'public', '--face', 'hide', '--name', 'changed', '--voice', 'keep',
               '--details', 'keep', '--method', 'verbal', '--in', '0:01', '--out', '0:03', '--reason', 'bench'])
    output_of([*base, 'faces', 'analyze', 'BENCH-1'])
    (folder / 'done').touch()
    return folder / 'archive'


def figures(*words):
    return json.loads(output_of([BIN / 'bench_studio', *words]).splitlines()[-1])


def ffmpeg_seek(film):
    """ms until plain ffmpeg has sought and decoded a frame, its start included: median over the film."""
    times = [SECONDS * 0.95 * (n + 0.5) / 20 for n in range(20)]
    return 1000 * statistics.median(run(['ffmpeg', '-v', 'error', '-ss', f'{t:.3f}', '-i', film, '-map', '0:v', '-frames:v', '1',
                                         '-f', 'null', '-'])[0] for t in times)


def bench():
    large = WORK / 'catalog'
    catalog.make(large)
    opened = figures('open', large)
    print(f'open 10,000 interviews: {opened["open_ms"]} ms (at most 1000), longest stall {opened["stall_ms"]} ms')
    hold(opened['open_ms'], 1000, 'opening 10,000 interviews, ms')
    archive = puppet_archive()
    sought = figures('seek', archive, 'BENCH-1')
    plain = ffmpeg_seek(next((archive / 'originals').glob('*.mp4')))
    print(f'seek, 1080p, a key frame in 10 s, veil on: {sought["seek_ms"]} ms, worst {sought["seek_worst_ms"]} (at most 150); '
          f'our reader alone {sought["plain_ms"]}, ffmpeg to such a frame {plain:.0f}: {sought["seek_ms"] / plain:.2f} of it; '
          f'step {sought["step_ms"]} ms')
    hold(sought['seek_ms'], 150, 'seek, ms')
    hold(sought['step_ms'], 150, 'step, ms')
    played = figures('play', archive, 'BENCH-1', SECONDS - 5)
    print(f'play 1080p25 with the veil, {"by its sound" if played["heard"] else "without a sound device"}: {played["shown"]} shown, '
          f'{played["dropped"]} dropped, longest stall {played["stall_ms"]} ms')
    hold(played['dropped'], 0, 'pictures dropped')
    hold(played['stall_ms'], 50, 'longest stall while playing, ms')
