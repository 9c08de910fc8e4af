"""Kill -9 at random moments of each verb that changes an archive, and what the archive looks like after each.

After every kill: it opens, the log verifies, `doctor --deep` finds nothing, no unfinished file is left, the originals that
were there are byte for byte the same, and a released package is whole or not there.

To add a verb: one row in VERBS. `cheap` ones run as a test of every build (tests/scripts).
"""
import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .measure import COUNTERCLIP, WORK

STAGING = '.counterclip-part-'


class Desk:
    """An archive of its own in a folder, and what is needed beside it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.archive = self.folder / 'archive'

    def command(self, who, *words):
        return [str(COUNTERCLIP), '--quiet', '--archive', str(self.archive), '--as', who, *map(str, words)]

    def environment(self):
        # Keys without a passphrase: what is tried here is the archive, not how slowly a key opens.
        kept = {k: v for k, v in os.environ.items() if not k.startswith('COUNTERCLIP_') or k == 'COUNTERCLIP_MODEL_DIR'}
        return kept | {'COUNTERCLIP_PASSPHRASE': '', 'COUNTERCLIP_VAULT_PASSPHRASE': 'a passphrase for tests'}

    def run(self, who, *words):
        return subprocess.run(self.command(who, *words), capture_output=True, text=True, env=self.environment())

    def done(self, who, *words):
        answer = self.run(who, *words)
        if answer.returncode != 0:
            raise RuntimeError(f'{" ".join(map(str, words))}: exit code {answer.returncode}\n{answer.stdout}{answer.stderr}')
        return answer.stdout


def make_media(file, seconds, hue):
    subprocess.run(['ffmpeg', '-v', 'error', '-y', '-f', 'lavfi', '-i', f'gradients=s=320x240:r=25:d={seconds}:seed={hue}',
                    '-f', 'lavfi', '-i', f'sine=frequency=300:duration={seconds}', '-c:v', 'libx264', '-preset',
                    'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', str(file)], check=True)


def begin(desk, whole):
    """What the verbs need; with `whole` up to an approved render."""
    make_media(desk.folder / 'one.mp4', 2, 1)
    make_media(desk.folder / 'two.mp4', 2, 2)
    desk.done('', 'init', desk.archive)
    desk.done('amina', 'operator', 'add', 'amina', '--role', 'editor', '--role', 'admin', '--no-passphrase')
    for who, role in (('samir', 'auditor'), ('lina', 'distributor')):
        desk.done('amina', 'operator', 'add', who, '--role', role, '--no-passphrase')
    desk.done('lina', 'destination', 'add', 'partner', '--kind', 'partner')
    desk.done('amina', 'interview', 'add', 'K-1', '--pseudonym', 'Layla')
    desk.done('amina', 'import', 'K-1', desk.folder / 'one.mp4')
    desk.done('amina', *CONSENT)
    desk.done('amina', 'segment', 'add', 'K-1', '--in', '0:00:00.500', '--out', '0:00:01.500')
    if not whole:
        return
    desk.done('amina', 'faces', 'analyze', 'K-1')
    gaps = json.loads(desk.done('amina', '--json', 'faces', 'gaps', 'K-1'))
    for gap in gaps:
        desk.done('amina', 'faces', 'resolve', 'K-1', gap['id'], '--no-face')
    (desk.folder / 'names.txt').write_text('name: Karima Bennour\n')
    desk.done('amina', 'vault', 'init')
    desk.done('amina', 'vault', 'set', 'K-1', '--from', desk.folder / 'names.txt')
    (desk.folder / 'names.txt').write_text('alias: Umm Idris\n')
    for clip in ('rendered', 'approved', 'draft'):
        desk.done('amina', 'clip', 'new', clip, '--segment', '1', '--title', 'Why I left', '--card', clip)
        if clip != 'draft':
            desk.done('amina', 'render', clip)
    desk.done('samir', 'approve', 'approved')


CONSENT = ['consent', 'set', 'K-1', '--use', 'public', '--face', 'hide', '--name', 'changed', '--voice', 'keep', '--details',
           'keep', '--risk', 'casual', '--method', 'verbal', '--in', '0', '--out', '1']

# name: (cheap, who, words[, words that must succeed afterwards]); {folder} is the desk's own.
VERBS = {
    'import': (True, 'amina', ['import', 'K-1', '{folder}/two.mp4']),
    'consent set': (True, 'amina', CONSENT),
    'interview add': (True, 'amina', ['interview', 'add', 'K-2']),
    'log checkpoint': (True, 'samir', ['log', 'checkpoint']),
    'log export': (True, 'samir', ['log', 'export', '{folder}/log.jsonl']),
    'faces analyze': (False, 'amina', ['faces', 'analyze', 'K-1', '--again']),
    'render': (False, 'amina', ['render', 'draft']),
    'approve': (False, 'samir', ['approve', 'rendered']),
    'release': (False, 'lina', ['release', 'approved', '--to', '{folder}/out/approved', '--destination', 'partner']),
    'vault set': (False, 'amina', ['vault', 'set', 'K-1', '--from', '{folder}/names.txt'], ['vault', 'check']),
    'release inside': (False, 'lina', ['release', 'approved', '--to', '{folder}/archive/releases/approved', '--destination',
                                       'partner']),
}


def words_for(verb, desk):
    _, who, words, *_ = VERBS[verb]
    return desk.command(who, *[w.format(folder=desk.folder) for w in words])


def hashes(folder):
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in folder.iterdir()
            if not f.name.startswith(STAGING)}


def copy_of(template, folder):
    """Hard links would let a broken write reach the template: real copies."""
    shutil.copytree(template.folder, folder, symlinks=True)
    return Desk(folder)


def faults_after(desk, verb, originals):
    """What is wrong with the archive; empty = nothing."""
    faults = []
    for words in (['log', 'verify'], ['doctor', '--deep'], *VERBS[verb][3:]):
        answer = desk.run('amina', *words)
        if answer.returncode != 0:
            faults.append(f'{" ".join(words)}: {answer.stdout}{answer.stderr}')
    left = [str(f) for f in desk.archive.rglob('*') if f.name.startswith(STAGING)]
    if left:
        faults.append(f'left over: {left}')
    now = hashes(desk.archive / 'originals')
    if {name: now.get(name) for name in originals} != originals:
        faults.append('an original is gone or changed')
    for package in (desk.folder / 'out').glob('[!.]*') if (desk.folder / 'out').exists() else []:
        answer = subprocess.run([str(COUNTERCLIP), 'verify-release', str(package)], capture_output=True, text=True)
        if answer.returncode != 0:
            faults.append(f'half a release: {answer.stdout}{answer.stderr}')
    return faults


def killed(template, verb, moment, scratch):
    """Kills the verb `moment` seconds after its start in a copy; returns (was it killed, faults)."""
    desk = copy_of(template, scratch / 'copy')
    originals = hashes(desk.archive / 'originals')
    child = subprocess.Popen(words_for(verb, desk), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             env=desk.environment())
    try:
        child.wait(moment)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
    faults = faults_after(desk, verb, originals)
    if not faults:
        subprocess.run(['chmod', '-R', 'u+w', desk.folder], check=True)
        shutil.rmtree(desk.folder)
    return child.returncode == -signal.SIGKILL, faults


def duration_of(template, verb, scratch):
    """The shorter of two: the first also warms the files."""
    return min(one_duration(template, verb, scratch) for _ in range(2))


def one_duration(template, verb, scratch):
    desk = copy_of(template, scratch / 'measure')
    start = time.monotonic()
    answer = subprocess.run(words_for(verb, desk), capture_output=True, text=True, env=desk.environment())
    took = time.monotonic() - start
    if answer.returncode != 0:
        raise RuntimeError(f'{verb}: {answer.stdout}{answer.stderr}')
    subprocess.run(['chmod', '-R', 'u+w', desk.folder], check=True)
    shutil.rmtree(desk.folder)
    return took


def main(words):
    parser = argparse.ArgumentParser(prog='scripts/bench kills')
    parser.add_argument('--count', type=int, default=200)
    parser.add_argument('--cheap', action='store_true', help='only verbs that take no rendering')
    parser.add_argument('--seed', type=int, default=int(time.time()))
    parser.add_argument('--verb', action='append', choices=VERBS, help='only these')
    a = parser.parse_args(words)
    if not shutil.which('ffmpeg'):
        print('skipped: no ffmpeg to make recordings with')
        return 77
    verbs = a.verb or [v for v, (cheap, *_) in VERBS.items() if cheap or not a.cheap]
    print(f'seed {a.seed}')
    dice = random.Random(a.seed)
    WORK.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK, prefix='kills-') as top:
        scratch = Path(top)
        template = Desk(scratch / 'template')
        template.folder.mkdir()
        begin(template, whole=any(not VERBS[v][0] for v in verbs))
        lasts = {verb: duration_of(template, verb, scratch) for verb in verbs}
        struck = dict.fromkeys(verbs, 0)
        for i in range(a.count):
            verb = verbs[i % len(verbs)]
            moment = dice.uniform(0, 1.05 * lasts[verb])
            hit, faults = killed(template, verb, moment, scratch)
            struck[verb] += hit
            if faults:
                kept = WORK / f'killed-{a.seed}-{i}'
                shutil.move(scratch / 'copy', kept)
                print(f'{verb} killed after {moment:.3f} s leaves faults (kept in {kept}):\n' + '\n'.join(faults))
                subprocess.run(['chmod', '-R', 'u+w', top], check=True)
                return 1
        for verb in verbs:
            print(f'{verb:<16} {lasts[verb]:6.2f} s, {struck[verb]:3} times killed before its end')
        print(f'{a.count} kills: every archive opened, verified, whole')
        subprocess.run(['chmod', '-R', 'u+w', top], check=True)
    return 0
