"""Tables of leaks: footage, puppets, harder versions of the talking heads, each detector alone, exhaustive against adaptive."""
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from . import harder
from .measure import BIN, COUNTERCLIP, TOP, WORK, hold, output_of, run

FOOTAGE = Path(os.environ.get('COUNTERCLIP_FOOTAGE', TOP.parent / 'shared' / 'footage'))
TRUTH = Path(os.environ.get('COUNTERCLIP_TRUTH', TOP.parent / 'shared' / 'truth'))
CROWDS = {'hamilton', 'facenet_video'}  # the others show one talking head
NOT_IN_SUITE = {'interview', 'talk', 'empty', 'light-skin'}  # long, or the same picture as another scene


def score(kind, truth, a, b):
    out = subprocess.run(['/usr/bin/python3', TRUTH / 'score.py', kind, truth, a, b], capture_output=True, text=True)
    if not out.stdout:
        sys.exit(f'bench: score.py {kind} {a}: {out.stderr}')
    return json.loads(out.stdout)


def masks_of(source, truth, *options):
    """What the analysis alone would hide, scored; with its cost."""
    csv = WORK / 'masks.csv'
    cost = json.loads(output_of([BIN / 'bench_faces_masks', source, '--csv', csv, *options]).splitlines()[0])
    scored = score('masks', truth, csv, source)
    return {**scored, 'runs': cost['runs'], 'cpu': cost['cpu'], 'whole': cost['whole'], 'gaps': cost['gaps'],
            'jump': cost.get('jump', 0)}


class Sum:
    def __init__(self, title):
        self.title, self.leaked, self.faces, self.whole, self.frames, self.cpu = title, 0, 0, 0, 0, 0.0

    def add(self, m):
        self.leaked += m['leaked']
        self.faces += m['face_frames']
        self.whole += m['whole']
        self.frames += m['frames']
        self.cpu += m['cpu']
        return m

    def print(self, limit=None):
        if limit is not None:
            hold(100 * self.leaked / max(1, self.faces), limit, f'{self.title}, % leaked')
        print(f'  {self.title:34} {self.leaked:5}/{self.faces:<6} {100 * self.leaked / max(1, self.faces):5.2f} % leaked'
              f'{"" if limit is None else f" (at most {limit} %)"}, {self.whole}/{self.frames} frames whole '
              f'({100 * self.whole / max(1, self.frames):.2f} %), {self.cpu:.0f} s of processor', flush=True)


def line(name, m):
    print(f'  {name:34} {m["leaked"]:5}/{m["face_frames"]:<6} in vain {m["hidden_in_vain"]:.4f}  whole {m["whole"]:3}  '
          f'gaps {m["gaps"]:2}  runs {m["runs"]:5}  jump {m["jump"]:.3f}' + (f'  worst {m["worst"][0]}' if m['worst'] else ''), flush=True)


def footage():
    return [(f, TRUTH / f'{f.stem}.csv') for f in sorted(FOOTAGE.iterdir()) if (TRUTH / f'{f.stem}.csv').exists()]


def have_footage():
    if FOOTAGE.exists() and TRUTH.exists():
        return True
    print(f'  skipped: there is no {FOOTAGE} or {TRUTH}')
    return False


def on_footage():
    print('footage, finished files (masks: at most 0 leaked on talking heads, 0.5 % on crowds; pixels alike):')
    if not have_footage():
        return
    for source, truth in footage():
        hidden, masks = WORK / f'{source.stem}.mp4', WORK / f'{source.stem}.csv'
        run([COUNTERCLIP, '--quiet', 'hide', source, hidden, '--force', '--masks', masks])
        m, p = score('masks', truth, masks, source), score('pixels', truth, source, hidden)
        print(f'  {source.name:40} masks {m["leaked"]:3}/{m["face_frames"]:<5} pixels {p["leaked"]:3}/{p["face_frames"]:<5} '
              f'in vain {m["hidden_in_vain"]:.4f}  whole {m["whole_frames"]}/{m["frames"]}'
              + (f'  worst {m["worst"][0]}' if m['worst'] else ''), flush=True)
        crowd = source.stem in CROWDS
        for kind, scored in (('masks', m), ('pixels', p)):
            hold(scored['leak_rate'], 0.005 if crowd else 0, f'{source.stem}, {kind} leaked')
        hold(m['hidden_in_vain'], 0.06 if crowd else 0.02, f'{source.stem}, hidden in vain')
        if not crowd:
            hold(m['whole_frames'] / m['frames'], 0.01, f'{source.stem}, frames whole')


def on_puppets():
    print('puppets (no leak, at most 1 % of the frames whole):')
    total = Sum('all scenes')
    folder = WORK / 'puppets'
    folder.mkdir(parents=True, exist_ok=True)
    names = [row.split()[0] for row in output_of([BIN / 'counterclip-puppet', '--list']).splitlines() if row.strip()]
    for name in names:
        if name in NOT_IN_SUITE:
            continue
        film = folder / f'{name}.mp4'
        truth = film.with_suffix('.csv')
        run([BIN / 'counterclip-puppet', name, film, '--truth', truth, '--quiet'])
        line(name, total.add(masks_of(film, truth)))
    total.print(0)
    hold(total.whole / max(1, total.frames), 0.01, 'puppets, frames whole')


def harder_films():
    """Made once for each way of making them: (name, film, truth)."""
    recipe = hashlib.sha256(Path(harder.__file__).read_bytes()).hexdigest()[:8]
    folder = WORK / f'harder-{recipe}'
    folder.mkdir(parents=True, exist_ok=True)
    films = []
    for source, truth in footage():
        if source.stem in CROWDS:
            continue
        for kind in harder.NAMES:
            film = folder / f'{source.stem}-{kind}.mp4'
            if not film.with_suffix('.csv').exists():
                harder.make(kind, source, truth, film)
            films.append((kind, film, film.with_suffix('.csv')))
    return films


def on_harder(*options):
    print('harder versions of the talking heads (at most 0.5 % over all):')
    if not have_footage():
        return
    total = Sum('all harder versions')
    sums = {kind: Sum(kind) for kind in harder.NAMES}
    for kind, film, truth in harder_films():
        m = masks_of(film, truth, *options)
        total.add(m)
        line(film.stem, sums[kind].add(m))
    for s in sums.values():
        s.print()
    total.print(0.5)


def alone():
    print('each detector alone, footage and harder versions (at most 2 % with BlazeFace alone):')
    if not have_footage():
        return
    films = [(f.stem, f, t) for f, t in footage()] + harder_films()
    for name in ('yunet', 'blazeface'):
        total = Sum(f'{name} alone')
        for _, film, truth in films:
            m = total.add(masks_of(film, truth, '--only', name))
            if m['leaked']:
                line(f'{name}: {film.stem}', m)
        total.print(2 if name == 'blazeface' else None)


def adaptive():
    print('every frame by every detector at full effort, against the adaptive way (which must not leak more):')
    if not have_footage():
        return
    for source, truth in footage():
        line(f'{source.stem}, adaptive', masks_of(source, truth))
        line(f'{source.stem}, exhaustive', masks_of(source, truth, '--exhaustive'))


TABLES = {'footage': on_footage, 'puppets': on_puppets, 'harder': on_harder, 'alone': alone, 'adaptive': adaptive}
