"""Reads a safetensors file from its published description alone: a second opinion on what the Java side writes.

Prints one JSON line: metadata, and name, dtype, shape and SHA-256 of the bytes of every tensor, by name.
"""

import hashlib
import json
import struct
import sys

with open(sys.argv[1], "rb") as file:
    content = file.read()
(length,) = struct.unpack("<Q", content[:8])
header = json.loads(content[8 : 8 + length].decode("utf-8"))
data = content[8 + length :]
metadata = header.pop("__metadata__", {})
tensors = []
covered = 0
for name, entry in header.items():
    begin, end = entry["data_offsets"]
    covered += end - begin
    digest = hashlib.sha256(data[begin:end]).hexdigest()
    tensors.append([name, entry["dtype"], entry["shape"], digest])
result = {
    "aligned": (8 + length) % 8 == 0,
    "complete": covered == len(data),
    "metadata": metadata,
    "tensors": sorted(tensors),
}
print(json.dumps(result, sort_keys=True, ensure_ascii=True))
