"""`counterclip import` of a large file against sha256sum and cp."""
from .measure import COUNTERCLIP, WORK, in_turn, remove, run


def bench():
    source = WORK / 'large.mkv'
    if not source.exists():
        run(['ffmpeg', '-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc2=s=1280x720:d=30', '-c:v', 'rawvideo',
             '-pix_fmt', 'yuv420p', source])
    archive, copy = WORK / 'archive', WORK / 'copy.mkv'

    def ours():
        remove(archive)
        base = [COUNTERCLIP, '--quiet', '--archive', archive]
        run([*base, 'init'])
        run([*base, 'operator', 'add', 'bench', '--role', 'admin', '--role', 'editor', '--no-passphrase'])
        run([*base, '--as', 'bench', 'interview', 'add', 'BENCH-1', '--kind', 'video'])
        return run([*base, '--as', 'bench', 'import', 'BENCH-1', source])

    def theirs():
        copy.unlink(missing_ok=True)
        return run(['sh', '-c', f'sha256sum "{source}" && cp "{source}" "{copy}"'])

    wall, plain, ratio, *_ = in_turn(ours, theirs)
    size = source.stat().st_size / 1e9
    print(f'import of {size:.1f} GB: {wall:.1f} s, sha256sum + cp {plain:.1f} s, '
          f'speed {100 / ratio:.0f} % of theirs (at least 70 %)')
    remove(archive)
    copy.unlink(missing_ok=True)
