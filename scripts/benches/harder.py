"""Harder versions of footage with one known face: the same frames, the same truth moved with the picture."""
import csv
import math
import statistics
import subprocess
import sys

NAMES = ['dark', 'bar', 'edge', 'tilt', 'shake', 'third', 'crushed']
TILT = math.radians(35)
SHAKE = 0.25  # of the face's width from one frame to the next, at most


def make(kind, source, truth, target):
    """Writes target (a film) and target.csv (its truth)."""
    rows = list(csv.DictReader(open(truth)))
    w, h = size_of(source)
    video_filter, move = KINDS[kind](rows, w, h)
    crf = '42' if kind == 'crushed' else '16'
    done = subprocess.run(['ffmpeg', '-v', 'error', '-y', '-i', str(source), '-an', '-map', '0:v:0', '-fps_mode', 'passthrough',
                           '-vf', video_filter, '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', crf,
                           str(target)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f'bench: cannot make {target}: {done.stderr}')
    with open(target.with_suffix('.csv'), 'w', newline='') as f:
        out = csv.DictWriter(f, ['frame', 'track', 'x', 'y', 'w', 'h', 'ignore'])
        out.writeheader()
        for row in rows:
            box = move(int(row['frame']), *(float(row[k]) for k in 'xywh'))
            out.writerow({'frame': row['frame'], 'track': row['track'], 'ignore': row['ignore'],
                          **{k: f'{v:.1f}' for k, v in zip('xywh', box)}})


def size_of(source):
    out = subprocess.run(['ffprobe', '-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=width,height', '-of',
                          'csv=p=0', str(source)], capture_output=True, text=True, check=True).stdout
    return (int(v) for v in out.strip().strip(',').split(',')[:2])


def even(v):
    return max(2, int(v) // 2 * 2)


def stay(_frame, *box):
    return box


def dark(_rows, _w, _h):
    """Luma at 22 % of its contrast, with noise."""
    return 'format=yuv420p,lutyuv=y=16+(val-16)*0.22,noise=c0s=8:c0f=t:c1s=4:c1f=t:c2s=4:c2f=t', stay


def bar(_rows, w, h):
    """A bar walks over the picture and back, two seconds each way; a face behind it counts like any other."""
    width = even(w / 8)
    return (f"color=c=0x5a5046:s={width}x{even(h)}:r=60[bar];[in]format=yuv420p[film];"
            f"[film][bar]overlay=x='({w}-{width})*abs(mod(t/2\\,2)-1)':shortest=1", stay)


def edge(rows, w, h):
    """The picture's left edge runs through the face's middle."""
    x = even(statistics.median(float(r['x']) + float(r['w']) / 2 for r in rows))
    left = even(w - x)
    return (f'format=yuv420p,crop={left}:{even(h)}:{x}:0',
            lambda _f, bx, by, bw, bh: (bx - x, by, bw, bh))


def tilt(_rows, w, h):
    """Turned by 35 degrees clockwise; the truth is the upright box about the turned oval of the face."""
    c, s = math.cos(TILT), math.sin(TILT)

    def move(_frame, bx, by, bw, bh):
        dx, dy = bx + bw / 2 - w / 2, by + bh / 2 - h / 2
        cx, cy = w / 2 + dx * c - dy * s, h / 2 + dx * s + dy * c
        nw, nh = math.hypot(bw * c, bh * s), math.hypot(bw * s, bh * c)
        return cx - nw / 2, cy - nh / 2, nw, nh
    return f'format=yuv420p,rotate={TILT}:fillcolor=0x605850', move


def shake(rows, w, h):
    """The camera jumps by up to a quarter of the face each frame, both ways."""
    reach = SHAKE * statistics.median(float(r['w']) for r in rows) / 2
    margin = even(reach + 2)

    def offset(frame, speed):
        return 2 * round((margin + reach * math.sin(speed * frame)) / 2)

    def expression(speed):
        return f'2*round(({margin}+{reach}*sin({speed}*n))/2)'
    return (f"format=yuv420p,crop={even(w - 2 * margin - 2)}:{even(h - 2 * margin - 2)}:'{expression(2.5)}':'{expression(1.9)}'",
            lambda f, bx, by, bw, bh: (bx - offset(f, 2.5), by - offset(f, 1.9), bw, bh))


def third(_rows, w, h):
    """A third of its size, in a plain picture as large as before."""
    sw, sh = even(w / 3), even(h / 3)
    x, y = even((w - sw) * 0.3), even((h - sh) * 0.4)
    return (f'format=yuv420p,scale={sw}:{sh}:flags=area,pad={even(w)}:{even(h)}:{x}:{y}:0x807868',
            lambda _f, bx, by, bw, bh: (x + bx * sw / w, y + by * sh / h, bw * sw / w, bh * sh / h))


def crushed(_rows, _w, _h):
    return 'format=yuv420p,scale=trunc(iw/2)*2:trunc(ih/2)*2', stay


KINDS = {'dark': dark, 'bar': bar, 'edge': edge, 'tilt': tilt, 'shake': shake, 'third': third, 'crushed': crushed}
