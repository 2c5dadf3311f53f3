"""The file of a bundle: what was signed opens, and nothing else does."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import random
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from osawatch.bundle import box, minisign, trustlist
from osawatch.bundle.model import BundleRefused, Opened
from osawatch.errors import BadInput

KEY = minisign.new()
OTHER = minisign.new()
MINISIGN = shutil.which("minisign") or ""
SAID = {
    "kind": "desk", "channel": "post/Astana", "seq": 3, "prev": "", "author": "Ann",
    "created": "2026-03-02T12:00:00+00:00", "expires": "2026-04-16T12:00:00+00:00",
}  # fmt: skip
CONTENT = {
    "items.jsonl": b'{"title":"a licence for gallium"}\n' * 40,
    "rules/one.yml": b"id: one\n",
}


def sealed(content: dict[str, bytes] = CONTENT, secret: minisign.Secret = KEY) -> bytes:
    return box.seal(secret, SAID, content)[0]


def opened(blob: bytes, key: minisign.Secret = KEY, identities: tuple[str, ...] = ()) -> Opened:
    known = {key.id: key.public}
    return box.open_(blob, known.get, identities)


def repacked(blob: bytes, change: dict[str, bytes | None], more: dict[str, bytes]) -> bytes:
    """The same zip with other members; None = without this one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = change.get(name, old.read(name))
            if body is not None:
                new.writestr(name, body)
        for name, body in more.items():
            new.writestr(name, body)
    return out.getvalue()


def test_what_was_sealed_opens_with_all_it_held() -> None:
    found = opened(sealed())
    assert found.content == CONTENT
    assert (found.manifest.channel, found.manifest.seq) == ("post/Astana", 3)
    assert found.manifest.created == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert found.manifest.signer == KEY.id


def test_the_same_content_is_the_same_bytes() -> None:
    assert sealed() == sealed(dict(reversed(CONTENT.items())))


@pytest.mark.slow
def test_ten_thousand_tamperings_are_refused() -> None:
    rng, blob = random.Random(5), sealed()
    for _ in range(10_000):
        changed = bytearray(blob)
        kind = rng.randrange(4)
        if kind == 0:
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del changed[rng.randrange(len(changed)) :]
        elif kind == 2:
            at = rng.randrange(len(changed))
            changed[at:at] = rng.randbytes(rng.randrange(1, 20))
        else:
            at = rng.randrange(len(changed))
            changed[at : at + 8] = rng.randbytes(8)
        assert changed != blob
        with pytest.raises(BundleRefused):
            opened(bytes(changed))


@pytest.mark.slow
def test_no_bit_of_a_bundle_may_differ() -> None:
    blob = sealed()
    for bit in range(8 * len(blob)):
        changed = bytearray(blob)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(BundleRefused):
            opened(bytes(changed))


def test_a_member_that_says_less_or_more_than_it_unpacks_to_is_refused_though_signed() -> None:
    for unpacked in (-1, 0, len(CONTENT["items.jsonl"]) - 1, len(CONTENT["items.jsonl"]) + 1):
        with pytest.raises(BundleRefused):
            opened(resealed(unpacked))


def resealed(unpacked: int) -> bytes:
    """A bundle whose signer says another size of what is packed in a member."""
    with zipfile.ZipFile(io.BytesIO(sealed())) as old:
        members = {name: old.read(name) for name in old.namelist()}
    said = json.loads(members["manifest.json"])
    said["files"][0]["unpacked"] = unpacked
    raw = rfc8785.dumps(said)
    told = f"seq:3 channel:post/Astana sha256:{hashlib.sha256(raw).hexdigest()}"
    members |= {"manifest.json": raw, "manifest.json.minisig": KEY.sign(raw, told).encode()}
    return box._zip(members)


@pytest.mark.parametrize(
    ("change", "more", "why"),
    [
        ({"data/items.jsonl.gz": b"{}\n"}, {}, "was changed"),
        ({"data/items.jsonl.gz": None}, {}, "other members"),
        ({}, {"data/../../evil": b"x"}, "other members"),
        ({"manifest.json": b"{}"}, {}, "does not hold"),
        ({"manifest.json": None}, {}, "missing"),
        ({"manifest.json.minisig": b"untrusted comment: x\nAAAA\n"}, {}, "malformed"),
        ({"manifest.json": b" " * (5 << 20)}, {}, "larger"),
    ],
)
def test_a_member_that_was_changed_added_or_taken_is_refused(
    change: dict[str, bytes | None], more: dict[str, bytes], why: str
) -> None:
    with pytest.raises(BundleRefused, match=why):
        opened(repacked(sealed(), change, more))


@pytest.mark.parametrize(
    "name", ["../evil", "a/b/c", "/etc/passwd", "C:evil", "a\\b", "a\x00b", "..", "a/../b"]
)
def test_even_a_trusted_signer_cannot_write_outside(name: str) -> None:
    with pytest.raises(BundleRefused):
        opened(sealed({name: b"x"}))


def test_a_stranger_and_a_forged_key_id_are_refused() -> None:
    with pytest.raises(BundleRefused, match="does not know"):
        opened(sealed(secret=OTHER))
    forged = minisign.Secret(KEY.id, OTHER.seed)
    with pytest.raises(BundleRefused, match="does not hold"):
        opened(sealed(secret=forged))


def test_a_manifest_that_is_not_canonical_is_refused_though_signed() -> None:
    blob = sealed()
    with zipfile.ZipFile(io.BytesIO(blob)) as old:
        said = json.loads(old.read("manifest.json"))
    raw = json.dumps(said, indent=1).encode()
    told = f"seq:3 channel:post/Astana sha256:{hashlib.sha256(raw).hexdigest()}"
    change = {"manifest.json": raw, "manifest.json.minisig": KEY.sign(raw, told).encode()}
    with pytest.raises(BundleRefused, match="another form"):
        opened(repacked(blob, dict(change), {}))


def test_a_zip_that_grows_is_stopped_at_the_size_it_says() -> None:
    blob = repacked(sealed(), {"data/items.jsonl.gz": b"0" * (64 << 20)}, {})
    with pytest.raises(BundleRefused):
        opened(blob)


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_bytes_that_are_no_bundle_are_refused_in_words(blob: bytes) -> None:
    with pytest.raises(BundleRefused):
        opened(blob)


def test_an_encrypted_bundle_opens_for_its_recipients_alone() -> None:
    (mine, to_me), (theirs, _) = box.new_identity(), box.new_identity()
    blob = box.lock(sealed(), [to_me])
    assert b"gallium" not in blob
    assert opened(blob, identities=(mine,)).content == CONTENT
    assert opened(blob, identities=(mine,)).encrypted
    for identities in ((theirs,), ()):
        with pytest.raises(BundleRefused):
            opened(blob, identities=identities)


def test_what_is_no_recipient_or_identity_is_named() -> None:
    with pytest.raises(BadInput, match="no age recipient"):
        box.lock(b"", ["age1nonsense"])
    _, to_me = box.new_identity()
    with pytest.raises(BadInput, match="no age identity"):
        opened(box.lock(sealed(), [to_me]), identities=("nonsense",))


def test_keys_survive_their_files() -> None:
    assert minisign.secret(KEY.text("a comment")) == KEY
    assert minisign.public(KEY.public.text("a comment")) == KEY.public


@given(st.text(max_size=300))
def test_a_file_that_is_no_key_is_told_to_be_none(text: str) -> None:
    for read in (minisign.public, minisign.secret):
        with pytest.raises(BadInput, match="minisign"):
            read(text, "a.key")


def test_a_secret_key_whose_halves_do_not_fit_is_damaged() -> None:
    body = bytearray(base64.b64decode(KEY.text("c").splitlines()[1]))
    body[70] ^= 1
    with pytest.raises(BadInput, match="damaged"):
        minisign.secret("untrusted comment: c\n" + base64.b64encode(body).decode())


@pytest.mark.skipif(not MINISIGN, reason="minisign is not installed here")
def test_stock_minisign_verifies_what_we_sign_and_we_what_it_signs(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(sealed())) as old:
        old.extractall(tmp_path)
    (tmp_path / "key.pub").write_text(KEY.public.text("c"))
    (tmp_path / "key.sec").write_text(KEY.text("c"))
    told = subprocess.run(  # noqa: S603 # a program we looked up ourselves
        [MINISIGN, "-Vm", "manifest.json", "-p", "key.pub"],
        cwd=tmp_path, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert "verified" in told.stdout
    (tmp_path / "text").write_bytes(b"a text")
    subprocess.run(  # noqa: S603 # the same
        [MINISIGN, "-Sm", "text", "-s", "key.sec", "-t", "theirs"], cwd=tmp_path, check=True
    )
    theirs = (tmp_path / "text.minisig").read_text()
    assert minisign.verify(KEY.public, b"a text", theirs) == "theirs"


def test_one_root_admits_nobody_and_two_do() -> None:
    roots = {one.id: one.public for one in (KEY, OTHER)}
    public = minisign.new().public
    said = {"format": trustlist.FORMAT, "signers": [{"public": public.text("c"), "name": "Astana"}]}
    body = json.dumps(said).encode()
    ours, theirs = KEY.sign(body, "a"), OTHER.sign(body, "b")
    for signatures in ([], [ours], [ours, ours], [ours, minisign.new().sign(body, "c")]):
        with pytest.raises(BundleRefused, match="it takes 2"):
            trustlist.read(body, signatures, roots)
    assert trustlist.read(body, [ours, theirs], roots) == [(public, "Astana")]
    with pytest.raises(BundleRefused, match="does not hold"):
        trustlist.read(body + b" ", [ours, theirs], roots)


def test_bytes_before_between_and_behind_the_members_are_refused() -> None:
    blob = sealed()
    between = blob.index(b"PK\3\4", 4)
    for changed in (
        b"x" + blob,
        blob + b"x",
        blob[:-2] + b"\1\0x",  # as the remark that a zip may have
        blob[:between] + b"x" + blob[between:],
    ):
        with pytest.raises(BundleRefused):
            opened(changed)
