"""One clip in ten languages with burned captions, in one pass, against ten plain ffmpeg encodes with the same letters and settings."""
import json
import statistics
import time

from .measure import WORK, hold, interview, output_of, remove, run
from .speed import Project

# What is said in each; the letters decide what drawing costs.
SAID = {'ar': 'قال لي ارجع إلى البيت ثم انقطع الاتصال', 'ckb': 'ئەو لە ساڵی ٢٠١٤ ڕۆیشت', 'ku': 'Wî çû Reqayê û êdî venegeriya',
        'ur': 'اُس نے کہا کہ سب کچھ بدل گیا', 'ru': 'Он сказал: вернись домой', 'sq': 'Çfarë kanë bërë, më tha',
        'bs': 'Rekao mi je: vrati se kući', 'en': 'He told me to go home, and the line was cut',
        'fr': "Il m'a dit de rentrer à la maison", 'de': 'Er sagte, geh nach Hause'}
AT_MOST = 1.10
ROUNDS = 1  # of ten encodes each, by both: more say little more, and take five minutes each


def stamp(ms):
    return f'{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}'


def subtitles(language, seconds):
    """A cue every three seconds."""
    path = WORK / f'said.{language}.srt'
    path.write_text(''.join(f'{n + 1}\n{stamp(n * 3000)} --> {stamp(n * 3000 + 2800)}\n{SAID[language]}\n\n'
                            for n in range(seconds // 3)), encoding='utf-8')
    return path


def ffmpeg(source, captions):
    style = 'FontName=Noto Sans,FontSize=18,BorderStyle=4,BackColour=&H50101010'
    return run(['ffmpeg', '-v', 'error', '-y', '-i', source, '-vf', f"subtitles={captions}:force_style='{style}'",
                '-c:v', 'libx264', '-preset', 'superfast', '-x264-params', 'mbtree=1:rc-lookahead=10', '-crf', '20',
                '-c:a', 'aac', '-b:a', '128k', WORK / 'plain.mp4'])


def bench():
    seconds = 60
    source = interview(seconds)
    project = Project(source, seconds)
    project.analyse(again=False)
    project.clip()
    captions = {language: subtitles(language, seconds) for language in SAID}
    for language, path in captions.items():
        project.done('transcript', 'import', 'BENCH-1', path, '--language', language)
    project.done('clip', 'languages', 'BENCH-1-01', '--languages', ','.join(SAID), '--captions', 'burned')
    clips = [f'BENCH-1-01.{language}' for language in SAID]
    rounds = []
    for _ in range(ROUNDS):
        told = json.loads(output_of(project.command('--json', 'render', *clips)))
        passes = {}  # one figure a pass: all of its clips have it
        for clip in told:
            passes[clip['render_seconds']] = clip['together']
        start = time.monotonic()
        for path in captions.values():
            ffmpeg(source, path)
        plain = time.monotonic() - start
        rounds.append((sum(passes) / plain, sum(passes), plain, len(passes)))
    ratio, ours, plain, count = (statistics.median(column) for column in zip(*rounds))
    print(f'languages, one minute of 1280x720 in {len(SAID)}: {ours:.1f} s in {count:.0f} pass(es), ten ffmpeg encodes {plain:.1f} s, '
          f'{ratio:.2f} of them (at most {AT_MOST})', flush=True)
    hold(ratio, AT_MOST, 'ten languages, of ten ffmpeg encodes')
    remove(project.archive)
