"""What we ship: a wheel that has everything in it and works where nothing of the checkout is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from alongside.config.postgres.launcher import throwaway_folder
from alongside.config.postgres.places import Places

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out], cwd=ROOT, check=True
    )
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """A fresh environment with the wheel, and with the packages that the lock has pinned."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, wheel], check=True)
    packages = next((home / "lib").glob("python*")) / "site-packages"
    (packages / "pinned.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home


def test_everything_but_the_tests_is_in_the_wheel(wheel):
    def wanted(path: Path) -> bool:
        return "tests" not in path.parts and "__pycache__" not in path.parts and path.name != "conftest.py"

    packages = (ROOT / "src" / name for name in ("alongside", "pairing"))
    files = {
        str(path.relative_to(ROOT / "src")) for each in packages for path in each.rglob("*") if path.is_file()
    }
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert shipped == {name for name in files if wanted(Path(name))}


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    folder = throwaway_folder()
    yield folder
    shutil.rmtree(Places.of(folder).run, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("words", [["--version"], ["migrate"], ["check"], ["match", "--help"]], ids=" ".join)
def test_the_installed_program_works_far_from_the_checkout(installed, words, data):
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ALONGSIDE_", "DATABASE_", "DJANGO_", "PY"))
    }
    program = installed / "bin" / "alongside"
    if words == ["check"]:  # a fresh instance, whichever test came first
        subprocess.run(
            [program, "migrate"], env=kept | {"ALONGSIDE_DATA": str(data)}, cwd=installed, check=True
        )
    done = subprocess.run(
        [program, *words],
        env=kept | {"ALONGSIDE_DATA": str(data)},
        cwd=installed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0), done.stdout
