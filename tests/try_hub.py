"""`./dev hub`: a hub on this machine for trying, with two accounts; Ctrl-C ends it."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress

from tests.postgres import REASON, postgres, programs


def main() -> int:
    if programs() is None:
        sys.stderr.write(f"{REASON}\n")
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # from now on, whenever it comes
    with suppress(KeyboardInterrupt), postgres() as made:
        passes = made.folder / "passfile"
        lines = [f"127.0.0.1:{made.port}:postgres:{one}:word of {one}" for one in ("astana", "hq")]
        passes.write_text("\n".join(lines) + "\n")
        passes.chmod(0o600)
        made.member("astana", "Astana", "post", ["*"])
        made.member("hq", "Ministry", "hq", ["*"])
        for user, post in (("astana", "Astana"), ("hq", "Ministry")):
            address = f"host=127.0.0.1 port={made.port} dbname=postgres user={user}"
            sys.stdout.write(
                f"\nosawatch-cli --profile /tmp/{user} init --sample --name Ann --post {post}\n"
                f'osawatch-cli --profile /tmp/{user} hub init "{address} passfile={passes}"\n'
                f"osawatch-cli --profile /tmp/{user} hub sync\n"
            )
        sys.stdout.write("\nCtrl-C ends the hub.\n")
        sys.stdout.flush()
        signal.pause()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
