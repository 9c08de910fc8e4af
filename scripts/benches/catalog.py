"""The catalog with 10,000 interviews: lists, status, the auditors' queue, the log. Figures are of whole processes."""
import json
import statistics
import subprocess
import sys
import time

from .measure import BIN, COUNTERCLIP, WORK, hold, output_of, remove, run

INTERVIEWS, SEGMENTS, CLIPS = 10_000, 100_000, 20_000
RUNS = 5
LIST_MOST = 0.100  # s, a list or status
CHECK_MOST = 0.020  # s, one clip without the start of a process
LABEL_MOST = 0.100  # s, whole process


def seconds(command, may_refuse=False):
    """The median of several whole processes, the first of which only warms the files."""
    times = []
    for i in range(RUNS + 1):
        start = time.monotonic()
        if may_refuse:
            subprocess.run([str(c) for c in command], capture_output=True)
        else:
            output_of(command)
        times.append(time.monotonic() - start)
    return statistics.median(times[1:])


def figure(name, value, most=None):
    limit = f'(at most {most * 1000:.0f} ms)' if most else ''
    print(f'{name:<46} {value * 1000:8.1f} ms {limit}', flush=True)
    if most:
        hold(value * 1000, most * 1000, f'{name}, ms')


def make(folder):
    maker = BIN / 'bench_archive_make'
    if not maker.exists():
        sys.exit('bench: build first: cmake --build build/dev --target bench_archive_make')
    if (folder / 'counterclip.db').exists():
        return
    remove(folder)
    took, _ = run([maker, folder, '--interviews', INTERVIEWS, '--segments', SEGMENTS, '--clips', CLIPS])
    print(f'made in {took:.0f} s')


def quick_check(base):
    """Of a clip with a verified render and a decision, which is the most there is to look at."""
    code = json.loads(output_of([*base, '--json', 'clip', 'list', '--state', 'second approval', '--limit', '1']))[0]['code']
    command = [*base, 'clip', 'check', code, '--quick']
    answer = subprocess.run([str(c) for c in command], capture_output=True)
    if answer.returncode not in (0, 3):  # 3: the gate has something against it; that is no matter here
        sys.exit(f'bench: {answer.stderr.decode()}')
    return command


def bench():
    folder = WORK / 'catalog'
    make(folder)
    base = [COUNTERCLIP, '--quiet', '--archive', folder, '--as', 'amina']
    start = seconds([COUNTERCLIP, 'clip', 'check', '--rules'])  # a whole process that opens no archive
    size = (folder / 'counterclip.db').stat().st_size / 1e6
    events = json.loads(output_of([*base, '--json', 'status']))['log']['events']
    print(f'{INTERVIEWS} interviews, {SEGMENTS} segments, {CLIPS} clips, {events} events, {size:.0f} MB')
    figure('start of the program', start)
    lists = {
        'status': ['status'],
        'status --json': ['--json', 'status'],
        'audit queue': ['audit', 'queue'],
        'audit queue --mine': ['audit', 'queue', '--mine'],
        'clip list (first 200)': ['clip', 'list'],
        'clip list --state stale': ['clip', 'list', '--state', 'stale'],
        'clip list --consent withdrawn': ['clip', 'list', '--consent', 'withdrawn'],
        'clip list --tag hope': ['clip', 'list', '--tag', 'hope'],
        'clip list --text "number 1999"': ['clip', 'list', '--text', 'number 1999'],
        'clip list --interview': ['clip', 'list', '--interview', 'BENCH-00042'],
        'clip list --offset 19000': ['clip', 'list', '--offset', '19000'],
        'interview list (first 200)': ['interview', 'list'],
        'interview list --consent public': ['interview', 'list', '--consent', 'public'],
        'interview list --tag hope': ['interview', 'list', '--tag', 'hope'],
        'interview list --text': ['interview', 'list', '--text', 'Name 99'],
        'log show --last 20': ['log', 'show', '--last', '20'],
        'log show --object': ['log', 'show', '--object', 'interview BENCH-00042'],
    }
    for name, words in lists.items():
        figure(name, seconds([*base, *words]), LIST_MOST)
    auditor = [*base[:-1], 'samir']
    figure('audit queue --mine, by an auditor', seconds([*auditor, 'audit', 'queue', '--mine']), LIST_MOST)
    labels = iter(['interviewer', 'unlabelled'] * RUNS)
    figure('faces label in a five-hour recording',
           seconds_each(lambda: [*base, 'faces', 'label', 'LONG-1', '1', next(labels)]), LABEL_MOST)
    whole = seconds(quick_check(base), may_refuse=True)
    figure('clip check --quick', whole)
    figure('clip check --quick, without the start', whole - start, CHECK_MOST)
    number = iter(range(10_000))
    stamp = int(time.time())
    figure('interview add', seconds_each(lambda: [*base, 'interview', 'add', f'NEW-{stamp}-{next(number)}']))
    figure('opening: a verb that reads nothing more', seconds([*base, 'operator', 'list']))
    figure('log verify', seconds([*base, 'log', 'verify']))


def seconds_each(command):
    times = []
    for _ in range(RUNS):
        words = command()
        start = time.monotonic()
        output_of(words)
        times.append(time.monotonic() - start)
    return statistics.median(times)
