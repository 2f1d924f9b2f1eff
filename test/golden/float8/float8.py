"""Prints the numbers of all 256 bytes of each 8-bit float of safetensors, as ml_dtypes reads them: python float8.py > float8.json"""
import json

import ml_dtypes
import numpy as np

DTYPES = {
    "F8_E4M3": ml_dtypes.float8_e4m3fn,
    "F8_E5M2": ml_dtypes.float8_e5m2,
    "F8_E8M0": ml_dtypes.float8_e8m0fnu,
    "F8_E4M3FNUZ": ml_dtypes.float8_e4m3fnuz,
    "F8_E5M2FNUZ": ml_dtypes.float8_e5m2fnuz,
}
BYTES = np.arange(256, dtype=np.uint8)
print("{")
rows = []
for name, dtype in DTYPES.items():
    numbers = [repr(float(x)) for x in BYTES.view(dtype).astype(np.float64)]
    rows.append(f"  {json.dumps(name)}: {json.dumps(' '.join(numbers))}")
print(",\n".join(rows))
print("}")
