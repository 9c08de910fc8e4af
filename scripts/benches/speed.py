"""Analyse, render and verify of a whole recording against plain ffmpeg: wall time, the share of each stage, memory."""
import json
import shutil
import statistics
import subprocess

from .measure import BIN, COUNTERCLIP, RUNS, WORK, encode, hold, interview, output_of, remove, run

LIBRARIES = {'libopencv_dnn': 'detectors', 'libavcodec': 'decoding (and AAC)', 'libx264': 'encoding',
             'libopencv_imgproc': 'scaling', 'counterclip': 'our own code'}


class Project:
    """An archive with one interview, whose whole recording is one clip."""

    def __init__(self, source, seconds):
        self.archive = WORK / 'speed'
        remove(self.archive)
        self.done('init')
        self.done('operator', 'add', 'bench', '--role', 'admin', '--role', 'editor', '--no-passphrase')
        self.done('interview', 'add', 'BENCH-1', '--pseudonym', 'Nobody')
        self.done('import', 'BENCH-1', source)
        self.done('consent', 'set', 'BENCH-1', '--use', 'public', '--face', 'hide', '--name', 'changed', '--voice', 'keep',
                  '--details', 'keep', '--method', 'verbal', '--in', '0:00:01', '--out', '0:00:02', '--reason', 'a bench')
        self.done('segment', 'add', 'BENCH-1', '--in', '0:00:00', '--out', f'0:00:{seconds - 0.1:06.3f}', '--tag', 'all')

    def command(self, *words):
        return [COUNTERCLIP, '--quiet', '--archive', self.archive, '--as', 'bench', *words]

    def done(self, *words):
        return run(self.command(*words))

    def analyse(self, again):
        return self.done('faces', 'analyze', 'BENCH-1', *(['--again'] if again else []))

    def clip(self):
        self.done('clip', 'new', 'BENCH-1-01', '--segment', '1', '--title', 'Bench')

    def render(self):
        """Seconds of rendering and of verifying."""
        told = json.loads(output_of(self.command('--json', 'render', 'BENCH-1-01')))
        return told['render_seconds'], told['verify_seconds']


def shares(command):
    """What share of the processor time goes where, by library."""
    if not shutil.which('perf'):
        return 'perf is not installed'
    data = WORK / 'perf.data'
    subprocess.run(['perf', 'record', '-q', '-F', '299', '-o', data, *map(str, command)], capture_output=True)
    told = subprocess.run(['perf', 'report', '-i', data, '--sort', 'dso', '--stdio'], capture_output=True, text=True).stdout
    data.unlink(missing_ok=True)
    parts = []
    for row in told.splitlines():
        words = row.split()
        if len(words) == 2 and words[0].endswith('%'):
            name = next((v for k, v in LIBRARIES.items() if words[1].startswith(k)), None)
            if name:
                parts.append(f'{name} {words[0]}')
    return ', '.join(parts)


def floor(source):
    """What is left of each stage when nothing is looked for, masked or measured, with ffmpeg alone: analysing decodes the
    source, rendering decodes and encodes it at the speed of our preset, verifying decodes the source and the output. No
    way of finding faces that reads these three times can be faster than that."""
    ratios = []
    for _ in range(RUNS):
        plain, _ = encode(source, WORK / 'plain.mp4')
        ours, _ = encode(source, WORK / 'ours.mp4', 'superfast')
        decoding = sum(run(['ffmpeg', '-v', 'error', '-i', path, '-map', '0:v', '-f', 'null', '-'])[0]
                       for path in (source, source, WORK / 'ours.mp4'))
        ratios.append((decoding / plain, (ours + decoding) / plain))
    return (statistics.median(column) for column in zip(*ratios))


def bench():
    seconds = 60
    source = interview(seconds)
    project = Project(source, seconds)
    rounds = []
    for n in range(RUNS):
        analysed, _ = project.analyse(again=n > 0)
        if n == 0:
            project.clip()
        rendered, verified = project.render()
        plain, _ = encode(source, WORK / 'plain.mp4')
        rounds.append((analysed / plain, rendered / plain, verified / plain,
                       (analysed + rendered + verified) / plain, plain))
    a, r, v, total, plain = (statistics.median(column) for column in zip(*rounds))
    print(f'speed, 60 s of 1280x720, ffmpeg {plain:.1f} s: analyse {a:.2f} of it (at most 0.6), render {r:.2f}, '
          f'verify {v:.2f}, all {total:.2f} (at most 1.5)')
    hold(a, 0.6, 'analyse, of ffmpeg')
    hold(total, 1.5, 'analyse, render and verify, of ffmpeg')
    decoding, least = floor(source)
    print(f'  the floor, ffmpeg alone decoding source, source and output ({decoding:.2f}) and encoding once: {least:.2f}')
    print(f'  analyse:           {shares(project.command("faces", "analyze", "BENCH-1", "--again"))}')
    print(f'  render and verify: {shares(project.command("render", "BENCH-1-01"))}', flush=True)
    large = WORK / 'interview-1080.mp4'
    if not large.exists():
        run([BIN / 'counterclip-puppet', 'interview', large, '--seconds', '20', '--size', '1920x1080', '--quiet'])
    project = Project(large, 20)
    _, analysing = project.analyse(again=False)
    project.clip()
    _, rendering = project.done('render', 'BENCH-1-01')
    print(f'  memory at 1920x1080: analyse {analysing:.0f} MB, render and verify {rendering:.0f} MB (at most 500)')
    hold(max(analysing, rendering), 500, 'MB at 1920x1080')
    remove(project.archive)
