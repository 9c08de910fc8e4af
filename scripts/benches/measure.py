"""Running programs and taking their figures: what all benches share."""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
BIN = Path(os.environ.get('COUNTERCLIP_BIN') or TOP / 'build' / os.environ.get('COUNTERCLIP_PRESET', 'dev') / 'bin')
COUNTERCLIP = BIN / 'counterclip'
WORK = TOP / 'out' / 'bench'
RUNS = 3


def run(command, env=None):
    """Wall seconds and peak resident MB of a whole process."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen([str(c) for c in command], stdout=log, stderr=log, env=env)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            log.seek(0)
            sys.exit(f'bench: {" ".join(map(str, command))} failed:\n{log.read().decode(errors="replace")[-2000:]}')
    return time.monotonic() - start, usage.ru_maxrss / 1024


def output_of(command, env=None):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, env=env)
    if done.returncode != 0:
        sys.exit(f'bench: {" ".join(map(str, command))} failed:\n{done.stderr[-2000:]}')
    return done.stdout


def in_turn(ours, theirs):
    """Medians of both and of the ratio pair by pair."""
    pairs = [(ours(), theirs()) for _ in range(RUNS)]
    return (statistics.median(a[0] for a, _ in pairs), statistics.median(b[0] for _, b in pairs),
            statistics.median(a[0] / b[0] for a, b in pairs), statistics.median(a[1] / b[1] for a, b in pairs),
            max(a[1] for a, _ in pairs), max(b[1] for _, b in pairs))


exceeded = []  # what is over its limit, told at the end


def hold(value, most, what):
    """Notes a figure that is over its limit."""
    if value > most:
        exceeded.append(f'{what}: {value:.3g}, at most {most:.3g}')


def interview(seconds):
    """A puppet interview of 1280x720, made once."""
    WORK.mkdir(parents=True, exist_ok=True)
    path = WORK / f'interview-{seconds}.mp4'
    if not path.exists():
        run([BIN / 'counterclip-puppet', 'interview', path, '--seconds', seconds])
    return path


def encode(source, target, speed='veryfast'):
    """What plain ffmpeg does with the same pictures: the measure of speed."""
    return run(['ffmpeg', '-v', 'error', '-y', '-i', source, '-c:v', 'libx264', '-preset', speed, '-crf', '20',
                '-c:a', 'aac', target])


def remove(folder):
    if folder.exists():
        subprocess.run(['chmod', '-R', 'u+w', folder], check=True)
        shutil.rmtree(folder)
