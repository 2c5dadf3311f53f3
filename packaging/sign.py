"""Signs a file in minisign's form: sign.py KEYFILE FILE COMMENT writes FILE.minisig.

COMMENT is signed as well. The same key, file and comment give the same signature. A key with a
passphrase is not read here: sign with `minisign -S` then.
"""

from __future__ import annotations

import sys
from pathlib import Path

from osawatch.bundle import minisign
from osawatch.errors import OsawatchError


def main(key: str, file: str, comment: str) -> int:
    """Write the signature; the exit code."""
    path = Path(file)
    try:
        secret = minisign.secret(Path(key).read_text("ascii"), key)
        trusted = f"{comment} file:{path.name}"
        told = secret.sign(path.read_bytes(), trusted, "osawatch packages")
        path.with_name(f"{path.name}.minisig").write_text(told, "ascii", newline="\n")
    except (OSError, ValueError, OsawatchError) as error:
        sys.stderr.write(f"sign: {error}\n")
        return 1
    sys.stderr.write(f"sign: {path.name}.minisig, by key {secret.id.upper()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
