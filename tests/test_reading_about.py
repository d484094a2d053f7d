"""about.csv and the search for sources: which files, and what is said of each."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from quotedb.errors import QuotedbError, UnreadableSource
from quotedb.reading import find_sources, load_about, read

TEXT = "MARA OLIN: The pier stays open.\n"


def put(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


SHEETS = {
    "commas": b"file,title,published\na.txt,The pier,2023-09-13\n",
    "Excel with semicolons": b"\xef\xbb\xbffile;title;published\r\na.txt;The pier;13.09.2023\r\n",
    "Excel's first line": b"sep=;\r\nfile;title;published\r\na.txt;The pier;13.09.2023\r\n",
    "tabs": b"file\ttitle\tpublished\na.txt\tThe pier\t13 September 2023\n",
    "quoted line end": b'file,title,published\na.txt,"The\npier",2023-09-13\n',
    "capitals and spaces": b" File ,TITLE,Published\n./a.txt, The  pier ,2023-09-13\n\n",
    "UTF-16": "file,title,published\na.txt,The\u00a0pier,2023-09-13\n".encode("utf-16"),
}


@pytest.mark.parametrize("kind", SHEETS)
def test_sheets_as_people_save_them(tmp_path: Path, kind: str) -> None:
    """Whatever a spreadsheet puts between the columns and at the head of the file: the row is found."""
    put(tmp_path, "a.txt")
    sheet = load_about(put(tmp_path, "about.csv", SHEETS[kind]))
    assert sheet.for_file(tmp_path / "a.txt") == {"title": "The pier", "published": "2023-09-13"}
    assert sheet.warnings == ()


def test_rows_are_found_by_path_then_by_name(tmp_path: Path) -> None:
    """Backslashes are as good as slashes; a bare name counts where the sheet's own path is not there."""
    put(tmp_path, "one/a.txt")
    rows = "file,title\none\\a.txt,First\nmissing/b.txt,Second\nx/c.txt,Third\ny/c.txt,Fourth\nhttps://post.example/d,Fifth\n"
    sheet = load_about(put(tmp_path, "about.csv", rows))
    assert sheet.for_file(tmp_path / "one" / "a.txt") == {"title": "First"}
    assert sheet.for_file(tmp_path / "two" / ".." / "one" / "a.txt") == {"title": "First"}
    assert sheet.for_file(tmp_path / "two" / "a.txt") == {}  # the row's own file is there: it means no other
    assert sheet.for_file(tmp_path / "two" / "b.txt") == {"title": "Second"}
    assert sheet.for_file(tmp_path / "two" / "c.txt") == {}  # two rows have the name
    assert sheet.for_file("https://post.example/d") == {"title": "Fifth"}


def test_a_relative_sheet_and_relative_files_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "docs/a.txt")
    put(tmp_path, "docs/about.csv", "file,title\na.txt,The pier\n")
    monkeypatch.chdir(tmp_path)
    assert load_about("docs/about.csv").for_file("docs/a.txt") == {"title": "The pier"}


def test_unknown_columns_and_double_rows_are_warnings(tmp_path: Path) -> None:
    sheet = load_about(put(tmp_path, "about.csv", "file,title,colour\na.txt,One,red\na.txt,Two,blue\n"))
    assert sheet.for_file(tmp_path / "a.txt") == {"title": "One"}
    assert len(sheet.warnings) == 2
    assert "'colour'" in sheet.warnings[0]
    assert "row 3" in sheet.warnings[1]


def test_a_bad_date_names_sheet_row_and_file_and_spoils_no_other_row(tmp_path: Path) -> None:
    sheet = load_about(put(tmp_path, "about.csv", "file,published\na.txt,03/04/2023\nb.txt,2023-09-13\n"))
    assert sheet.for_file(tmp_path / "b.txt") == {"published": "2023-09-13"}
    with pytest.raises(QuotedbError, match=r"about\.csv, row 2 \(a\.txt\): published: .* 2023-03-04 or 2023-04-03"):
        sheet.for_file(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"name,title\na.txt,One\n", "no column 'file'"),
        (b"", "no column 'file'"),
        (b'file,title\na.txt,"One\n', "is no sound CSV"),
        (b"file,title\na.txt,caf\xc3\n", "not sound UTF-8"),
        (b"PK\x03\x04\x00\x00", "NUL byte"),
    ],
)
def test_what_is_no_sheet_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(UnreadableSource, match=words):
        load_about(put(tmp_path, "about.csv", content))
    with pytest.raises(UnreadableSource, match="is not there"):
        load_about(tmp_path / "gone.csv")


def locations(folder: Path, paths: list[str]) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in paths]


def test_folders_are_searched_in_order_for_what_can_be_read(tmp_path: Path) -> None:
    """Documents come sorted; other kinds, hidden files, sheets and README are passed over and named."""
    for name in [
        "b.md",
        "a.txt",
        "sub/z.HTM",
        "sub/deep/y.markdown",
        "c.xyz",
        ".hidden.txt",
        "README.md",
        "sub/readme.txt",
    ]:
        put(tmp_path, name)
    put(tmp_path, "about.csv", "file,title\na.txt,The pier\n")
    put(tmp_path, ".git/config.txt")
    found = find_sources([tmp_path])
    expected = ["a.txt", "b.md", "sub/z.HTM", "sub/deep/y.markdown"]
    assert locations(tmp_path, [source.location for source in found.sources]) == expected
    passed = [".hidden.txt", "README.md", "about.csv", "c.xyz", ".git", "sub/readme.txt"]
    assert locations(tmp_path, found.passed_over) == passed
    assert found.sources[0].about == {"title": "The pier"}
    assert found.refused == []
    assert found.warnings == []


def test_a_file_that_is_named_is_tried_whatever_its_kind(tmp_path: Path) -> None:
    found = find_sources([put(tmp_path, "c.pdf"), "https://post.example/a", "https://post.example/a"])
    assert [source.location for source in found.sources] == [(tmp_path / "c.pdf").as_posix(), "https://post.example/a"]


def test_one_path_is_as_good_as_a_list(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    assert find_sources(tmp_path) == find_sources([str(tmp_path)])


def test_the_same_file_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given twice, as a file and by its folder, or by a link."""
    path = put(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(path)
    monkeypatch.chdir(tmp_path)
    found = find_sources(["a.txt", path, tmp_path])
    assert [source.location for source in found.sources] == ["a.txt"]


def test_link_loops_end(tmp_path: Path) -> None:
    put(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "sub" / "self").symlink_to("self")
    found = find_sources([tmp_path])
    assert locations(tmp_path, [source.location for source in found.sources]) == ["sub/a.txt"]


def test_links_to_folders_are_followed(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/a.txt")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert len(find_sources([tmp_path / "docs"]).sources) == 1


def test_nearest_sheet_wins_field_by_field_and_the_named_one_beats_all(tmp_path: Path) -> None:
    put(tmp_path, "docs/sub/a.txt")
    put(tmp_path, "docs/about.csv", "file,title,publisher,event\nsub/a.txt,Far,Far Post,Far council\n")
    put(tmp_path, "docs/sub/about.csv", "file,title,publisher\na.txt,Near,Near Post\n")
    named = put(tmp_path, "named.csv", "file,title\ndocs/sub/a.txt,Named\n")
    expected = {"title": "Near", "publisher": "Near Post", "event": "Far council"}
    assert find_sources([tmp_path / "docs"]).sources[0].about == expected
    assert find_sources([tmp_path / "docs"], about=named).sources[0].about == {**expected, "title": "Named"}


def test_a_named_file_is_described_by_the_sheet_beside_it(tmp_path: Path) -> None:
    put(tmp_path, "about.csv", "file,title\na.txt,The pier\nb.txt,Other\n")
    found = find_sources([put(tmp_path, "a.txt")])
    assert found.sources[0].about == {"title": "The pier"}


def test_a_sheet_that_is_both_named_and_in_the_folder_speaks_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    sheet = put(tmp_path, "about.csv", "file,title,colour\na.txt,The pier,red\n")
    assert len(find_sources([tmp_path], about=sheet).warnings) == 1


def test_rows_without_a_file_are_warnings(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    put(tmp_path, "about.csv", "file,title\na.txt,One\ngone.txt,Two\n")
    warnings = find_sources([tmp_path / "b.txt"]).warnings
    assert len(warnings) == 1
    assert "row 3: the file 'gone.txt' is not there" in warnings[0]


def test_a_name_that_fits_two_files_speaks_for_neither(tmp_path: Path) -> None:
    put(tmp_path, "one/a.txt")
    put(tmp_path, "two/a.txt")
    put(tmp_path, "about.csv", "file,title\na.txt,The pier\n")
    found = find_sources([tmp_path])
    assert [source.about for source in found.sources] == [{}, {}]
    assert "may mean" in found.warnings[0]


def test_a_row_with_a_bad_date_holds_back_its_file_only(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    put(tmp_path, "about.csv", "file,published\na.txt,soon\nb.txt,2023\n")
    found = find_sources([tmp_path])
    assert locations(tmp_path, [source.location for source in found.sources]) == ["b.txt"]
    assert locations(tmp_path, [refusal.location for refusal in found.refused]) == ["a.txt"]
    assert "row 2 (a.txt)" in found.refused[0].reason


def test_a_broken_sheet_in_a_folder_is_refused_and_the_files_go_on(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "about.csv", "file,title\n\xff\xfe".encode("latin-1"))
    found = find_sources([tmp_path])
    assert [len(found.sources), len(found.refused)] == [1, 1]
    with pytest.raises(UnreadableSource):
        find_sources([tmp_path], about=tmp_path / "about.csv")


def test_what_leads_nowhere_is_refused_and_the_rest_is_found(tmp_path: Path) -> None:
    """A path that is not there, an empty folder, a folder without documents: one sentence each."""
    (tmp_path / "empty").mkdir()
    put(tmp_path, "pictures/a.jpg")
    found = find_sources(
        [tmp_path / "gone", tmp_path / "empty", tmp_path / "pictures", put(tmp_path, "a.txt"), "a\x00b"]
    )
    assert len(found.sources) == 1
    reasons = [refusal.reason for refusal in found.refused]
    assert ["is not there" in reasons[0], "without documents" in reasons[1], "without documents" in reasons[2]] == [
        True
    ] * 3
    assert len(reasons) == 4
    assert all(refusal.location in refusal.reason for refusal in found.refused)


def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "locked/a.txt")
    put(tmp_path, "b.txt")
    (tmp_path / "locked").chmod(0)
    try:
        if os.access(tmp_path / "locked", os.R_OK):
            pytest.skip("this user may read everything")
        found = find_sources([tmp_path])
        assert [len(found.sources), len(found.refused)] == [1, 1]
    finally:
        (tmp_path / "locked").chmod(0o700)


def test_a_source_travels_and_can_be_read(tmp_path: Path) -> None:
    """A worker gets paths, not texts."""
    put(tmp_path, "a.txt")
    put(tmp_path, "about.csv", "file,title,spoken\na.txt,The pier,13 September 2023\n")
    source = find_sources([tmp_path]).sources[0]
    assert pickle.loads(pickle.dumps(source)) == source  # noqa: S301
    assert len(pickle.dumps(source)) < 1_000
    document = read(source.location, **source.about)
    assert (document.title, document.spoken) == ("The pier", "2023-09-13")
