"""Takes the libraries and the C headers out of a wheel of TensorFlow: unpack.py WHEEL FOLDER."""
import os
import re
import shutil
import sys
import zipfile

library = re.compile(r'tensorflow/libtensorflow_(cc|framework)\.so\.2')
header = re.compile(r'tensorflow/include/((tensorflow/(c|core/platform|tsl/(c|platform))|(xla/)?tsl/(c|platform))/.*\.h)')

wheel, folder = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        if library.fullmatch(name):
            path = os.path.join(folder, 'lib', os.path.basename(name))
        elif match := header.fullmatch(name):
            path = os.path.join(folder, 'include', match[1])
        else:
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with archive.open(name) as source, open(path, 'wb') as target:
            shutil.copyfileobj(source, target, 1 << 20)
