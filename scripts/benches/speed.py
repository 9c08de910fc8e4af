"""Analyse, render and verify of a whole recording against plain ffmpeg: wall time, the share of each stage, memory."""
def bench():
    print('speed: to come')
