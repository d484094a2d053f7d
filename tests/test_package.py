"""The package as pip builds it: whatever stands beside the code goes along, and the command works away from this folder."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "quotedb"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, made from a copy, so that the folder stays as it is."""
    copy, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    shutil.copytree(SOURCE, copy / "src" / "quotedb", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", out, copy], check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_the_package_holds_every_file_of_the_source(wheel: Path) -> None:
    there = {
        str(path.relative_to(SOURCE.parent))
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("quotedb/")}
    assert packed == there


def test_the_packed_command_reads_searches_and_checks_a_draft(wheel: Path, tmp_path: Path) -> None:
    """It runs from the wheel alone, in a folder that holds nothing of ours."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "packed")
    sample = next((ROOT / "transcripts").glob("*summit.txt"))

    def python(*arguments: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(tmp_path / "packed")}
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)

    assert python("-c", "import quotedb; print(quotedb.__file__)").stdout.startswith(str(tmp_path / "packed"))
    assert python("-m", "quotedb", "ingest", "quotes.db", str(sample)).returncode == 0
    (tmp_path / "draft.txt").write_text(
        "“They have given away the north shore,” Nell Sandrigg said.\n", encoding="utf-8"
    )
    checked = python("-m", "quotedb", "verify", "quotes.db", "--file", "draft.txt", "--html", "report.html")
    assert checked.returncode == 1, checked.stderr
    assert "altered" in checked.stdout
    assert "north" in (tmp_path / "report.html").read_text(encoding="utf-8")
