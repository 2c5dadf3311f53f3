"""The tools beside the packages: two builds compared, checksums signed, an honest bill."""

from __future__ import annotations

import gzip
import importlib.util
import io
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from osawatch.bundle import minisign

TOOLS = Path(__file__).parents[2] / "packaging"


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"tool_{name}", TOOLS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("the same\n")
    return tmp_path / "one", tmp_path / "two"


def wheel(path: Path, text: str, year: int = 2026) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("same.py", (2026, 1, 1, 0, 0, 0)), "x = 1\n")
        archive.writestr(zipfile.ZipInfo("other.py", (year, 1, 1, 0, 0, 0)), text)


def sdist(path: Path, mtime: int) -> None:
    with (
        gzip.GzipFile(path, "wb", mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        one = tarfile.TarInfo("a/b.py")
        one.size, one.mtime = 2, mtime
        tar.addfile(one, io.BytesIO(b"x\n"))


def test_two_equal_builds_are_said_to_be_the_same(folders: tuple[Path, Path]) -> None:
    told, same = tool("compare").compared(*folders)

    assert same
    assert told[0].startswith("same    a.txt ")


def test_nothing_at_all_is_not_the_same(tmp_path: Path) -> None:
    assert tool("compare").compared(tmp_path, tmp_path) == ([], False)


def test_a_file_that_only_one_build_has_is_a_difference(folders: tuple[Path, Path]) -> None:
    (folders[1] / "b.txt").write_text("more")

    told, same = tool("compare").compared(*folders)

    assert not same
    assert f"DIFFERS b.txt: only in {folders[1]}" in told


def test_the_member_of_a_wheel_that_differs_is_named(folders: tuple[Path, Path]) -> None:
    wheel(folders[0] / "a.whl", "y = 1\n")
    wheel(folders[1] / "a.whl", "y = 2\n")

    told, same = tool("compare").compared(*folders)

    assert not same
    assert [line.split(":")[0].strip() for line in told if line.startswith(" ")] == ["other.py"]


def timeless(info: tarfile.TarInfo) -> tarfile.TarInfo:
    info.mtime = 0
    return info


def wheelhouse(folder: Path, mode: int) -> None:
    """A tar that ends with a wheel, so that it looks like a zip as well."""
    wheel(folder / "x.whl", "x")
    with tarfile.open(folder / "house.tar", "w") as tar:
        one = tarfile.TarInfo("lock.txt")
        one.mode = mode
        tar.addfile(one)
        tar.add(folder / "x.whl", "x.whl", filter=timeless)
    (folder / "x.whl").unlink()


def test_the_mode_of_a_member_of_a_wheelhouse_is_named(folders: tuple[Path, Path]) -> None:
    wheelhouse(folders[0], 0o644)
    wheelhouse(folders[1], 0o600)

    told, same = tool("compare").compared(*folders)

    assert not same
    assert [line.split(":")[0].strip() for line in told if line.startswith(" ")] == ["lock.txt"]


def test_what_cannot_be_opened_differs_all_the_same(folders: tuple[Path, Path]) -> None:
    (folders[0] / "a.deb").write_bytes(b"one")
    (folders[1] / "a.deb").write_bytes(b"two")

    told, same = tool("compare").compared(*folders)

    assert not same
    assert any("cannot be opened here" in line for line in told)


def test_a_time_alone_is_a_difference_and_said(folders: tuple[Path, Path]) -> None:
    sdist(folders[0] / "a.tar.gz", 1)
    sdist(folders[1] / "a.tar.gz", 2)

    told, same = tool("compare").compared(*folders)

    assert not same
    assert any("a/b.py" in line and " 1 / " in line for line in told)


def signed(folder: Path, secret: minisign.Secret) -> Path:
    (folder / "key").write_text(secret.text("throwaway"))
    (folder / "SHA256SUMS").write_text("00  osawatch\n")
    code = tool("sign").main(str(folder / "key"), str(folder / "SHA256SUMS"), "osawatch 1 abc")
    assert code == 0
    return folder / "SHA256SUMS.minisig"


def test_a_signature_of_checksums_is_the_same_each_time(tmp_path: Path) -> None:
    secret = minisign.new()

    first = signed(tmp_path, secret).read_bytes()

    assert signed(tmp_path, secret).read_bytes() == first


def test_stock_minisign_accepts_the_signature_and_refuses_changed_checksums(tmp_path: Path) -> None:
    program = shutil.which("minisign")
    if not program:
        pytest.skip("minisign is not installed")
    secret = minisign.new()
    signed(tmp_path, secret)
    (tmp_path / "key.pub").write_text(secret.public.text("throwaway"))
    words = [program, "-V", "-m", "SHA256SUMS", "-p", "key.pub"]

    good = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
    (tmp_path / "SHA256SUMS").write_text("01  osawatch\n")
    bad = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603

    assert good.returncode == 0
    assert "osawatch 1 abc file:SHA256SUMS" in good.stdout
    assert bad.returncode != 0


def test_a_key_of_stock_minisign_signs(tmp_path: Path) -> None:
    program = shutil.which("minisign")
    if not program:
        pytest.skip("minisign is not installed")
    words = [program, "-G", "-W", "-p", "their.pub", "-s", "their.key"]
    subprocess.run(words, cwd=tmp_path, check=True, capture_output=True)  # noqa: S603
    (tmp_path / "SHA256SUMS").write_text("00  osawatch\n")

    code = tool("sign").main(
        str(tmp_path / "their.key"), str(tmp_path / "SHA256SUMS"), "osawatch 1 abc"
    )

    assert code == 0
    check = [program, "-V", "-m", "SHA256SUMS", "-p", "their.pub"]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 0  # noqa: S603


def test_what_is_no_key_signs_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "key").write_text("nothing of the kind\n")
    (tmp_path / "SHA256SUMS").write_text("00  osawatch\n")

    code = tool("sign").main(str(tmp_path / "key"), str(tmp_path / "SHA256SUMS"), "x")

    assert code == 1
    assert "key" in capsys.readouterr().err
    assert not (tmp_path / "SHA256SUMS.minisig").exists()


def test_the_bill_holds_what_is_shipped_and_no_path_of_the_builder() -> None:
    pytest.importorskip("packaging.requirements")
    home = {"type": "distribution", "url": "file:///somewhere"}
    whole = {
        "components": [
            {"bom-ref": "o", "name": "osawatch", "externalReferences": [home], "licenses": []},
            {"bom-ref": "p", "name": "PySide6_Essentials", "licenses": []},
            {"bom-ref": "t", "name": "pytest"},
        ],
        "dependencies": [{"ref": "o", "dependsOn": ["t", "p"]}, {"ref": "t"}],
    }

    bill = tool("bill").shipped(whole)

    assert [one["name"] for one in bill["components"]] == ["osawatch", "PySide6_Essentials"]
    assert "file:" not in str(bill)
    assert bill["dependencies"] == [{"ref": "o", "dependsOn": ["p"]}]


@pytest.mark.parametrize("name", [one.name for one in sorted(TOOLS.glob("*.sh"))])
def test_the_scripts_are_well_formed(name: str) -> None:
    bash = shutil.which("bash")
    if not bash or sys.platform == "win32":
        pytest.skip("bash is not installed")
    assert subprocess.run([bash, "-n", str(TOOLS / name)], check=False).returncode == 0  # noqa: S603


def test_windows_builds_from_the_same_spec_and_says_that_it_was_not_run() -> None:
    script = (TOOLS / "windows/build.ps1").read_text("utf-8")
    recipe = (TOOLS / "windows/ci.yaml").read_text("utf-8")

    assert r"packaging\osawatch.spec" in script
    assert r"packaging\windows\build.ps1" in recipe
    assert re.findall(r"^(?:&|py|git) ", script, re.MULTILINE) == [], "each exit code is looked at"
    steps = [script.index(one) for one in ("osawatch.manual", "icons.py", "-m PyInstaller")]
    assert steps == sorted(steps), "the spec lays in what is there"
    assert "NOT RUN" in script
    assert "NOT RUN" in recipe


def test_readme_has_a_row_for_each_way_that_is_tried() -> None:
    """`check-paths.sh` compares its megabytes with what it measures."""
    script = (TOOLS / "check-paths.sh").read_text("utf-8")
    readme = (TOOLS.parent / "README.md").read_text("utf-8")
    named = re.search(r"# WAY: ([a-z, ]+) or ([a-z]+)\.", script)
    assert named
    ways = [*named[1].split(", "), named[2]]

    told = re.findall(r"^\| ([a-z]+): .* (?:\d+ MB|not measured)", readme, re.MULTILINE)

    assert told == ways


def test_each_face_that_packages_carry_has_its_licence_named() -> None:
    script = (TOOLS / "fonts.sh").read_text("utf-8")
    terms = (TOOLS / "debian/copyright").read_text("utf-8")

    packages = re.search(r"for package in (.*); do", script)
    assert packages
    assert set(packages[1].split()) == set(tool("bill").FACES)
    for name in ("DroidSansFallbackFull.ttf", "NanumGothic.ttf", "NotoSans*.ttf"):
        assert f"fonts/{name}" in terms


def test_each_library_of_the_system_has_its_licence_in_the_bill_or_nothing_is_shipped() -> None:
    bill = tool("bill")

    assert bill.licence("libxcb-icccm4") == "MIT"
    assert bill.licence("libglib2.0-0") == "LGPL-2.1-or-later"
    assert bill.licence("libgl1") == "MIT"
    assert bill.licence("fonts-nanum") == "OFL-1.1"
    with pytest.raises(SystemExit, match="no licence is known of libnobody7: add it"):
        bill.licence("libnobody7")


def test_each_wheel_has_its_licence_in_the_bill_or_nothing_is_shipped() -> None:
    pytest.importorskip("packaging.requirements")
    bill = tool("bill")

    silent = [{"bom-ref": "s", "name": "sqlite_fts4"}, {"bom-ref": "o", "name": "osawatch"}]
    silent[1]["licenses"] = [{"license": {"id": "EUPL-1.2"}}]  # type: ignore[assignment]
    told = bill.shipped({"components": silent})["components"]
    assert told[0]["licenses"] == [{"license": {"id": "Apache-2.0"}}]
    with pytest.raises(SystemExit, match="no licence is known of osawatch: add it"):
        bill.shipped({"components": [{"bom-ref": "o", "name": "osawatch"}]})


def test_no_library_under_the_gpl_alone_is_carried_along() -> None:
    spec = (TOOLS / "osawatch.spec").read_text("utf-8")
    linked = {"readline": "libreadline"}

    for module, library in linked.items():
        assert f'"{module}"' in spec
        assert library not in tool("bill").LICENCES


def test_what_needs_an_expression_is_told_as_one() -> None:
    told = {
        terms: tool("bill")._component("a", "1", terms)["licenses"][0]
        for terms in ("MIT", "FTL OR GPL-2.0-or-later", "LicenseRef-public-domain")
    }

    assert told["MIT"] == {"license": {"id": "MIT"}}
    assert [one for one in told.values() if "expression" in one] == [*told.values()][1:]


def test_data_of_others_stand_in_the_bill_and_in_the_copyright_file() -> None:
    terms = (TOOLS / "debian/copyright").read_text("utf-8")

    told = {one["name"]: one["licenses"][0]["license"]["id"] for one in tool("bill").data()}

    assert told == {"world-atlas": "ISC", "GeoNames": "CC-BY-4.0"}
    for licence in told.values():
        assert terms.count(f"License: {licence}\n") == 2, "a stanza of files, and the text"


def test_each_override_of_lintian_has_its_reason_above_it() -> None:
    why = ""
    for line in (TOOLS / "debian/lintian-overrides").read_text("utf-8").splitlines():
        assert why or line.startswith("#"), line
        why = line


def test_the_icon_of_windows_holds_each_size(tmp_path: Path) -> None:
    target = tmp_path / "osawatch.ico"
    words = [sys.executable, str(TOOLS / "icons.py"), str(TOOLS.parent / "ui/assets/app.svg")]
    subprocess.run([*words, str(target)], check=True, capture_output=True)  # noqa: S603

    data = target.read_bytes()
    _, kind, count = struct.unpack("<HHH", data[:6])
    assert (kind, count) == (1, 7)
    for place in range(6, 6 + 16 * count, 16):
        size, start = struct.unpack("<II", data[place + 8 : place + 16])
        assert data[start : start + 8] == b"\x89PNG\r\n\x1a\n"
        assert len(data) >= start + size


def test_what_is_tried_are_the_commands_of_readme() -> None:
    bash = shutil.which("bash")
    if not bash or sys.platform == "win32":
        pytest.skip("bash is not installed")
    script = (TOOLS / "check-paths.sh").read_text("utf-8")
    told = {}
    for way in ("deb", "dpkg", "rpm", "bare", "wheelhouse", "pipx", "venv"):
        words = [bash, str(TOOLS / "steps.sh"), way]
        told[way] = subprocess.run(words, capture_output=True, text=True, check=True).stdout  # noqa: S603
        assert subprocess.run([bash, "-n"], input=told[way], text=True, check=False).returncode == 0  # noqa: S603

    assert "sudo" not in "".join(told.values())
    assert (
        told["deb"].splitlines()[1].startswith("apt-get install -y -qq --no-install-recommends ./")
    )
    assert told["bare"].count("\\\n") == 1, "a command that goes on"
    assert [len(told[way].splitlines()) for way in ("wheelhouse", "pipx", "venv")] == [4, 1, 3]
    assert set(re.findall(r"^ +typed (\S+)", script, re.MULTILINE)) == {
        "deb",
        "$way",
        "bare",
        "wheelhouse",
    }
    words = [bash, str(TOOLS / "steps.sh"), "snap"]
    nothing = subprocess.run(words, capture_output=True, check=False)  # noqa: S603
    assert nothing.returncode == 1
