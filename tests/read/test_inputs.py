import io
import json
import os
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import SettingsError
from stemma.model import Duplicate, Note, Problem, Report
from stemma.read import ReadSettings, read

LEAD = "The old bridge over the Morra was opened again on Tuesday, the ministry of works said."
BODY = "Nobody was hurt when its middle pier gave way, and a ferry carried people to work meanwhile."
TEXT = f"{LEAD}\n{BODY}"


def one(data: bytes, using: ReadSettings | None = None) -> Report | Problem | Duplicate | Note:
    [found] = read(["-"], using, stdin=io.BytesIO(data))
    return found


def report(data: bytes) -> Report:
    found = one(data)
    assert isinstance(found, Report), found
    return found


def reason(data: bytes) -> str:
    found = one(data)
    assert isinstance(found, Problem), found
    assert found.input == "-"
    return found.reason


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.replace("bridge", "bridge\0").encode(),
    ],
)
def test_one_text_in_any_encoding(data: bytes) -> None:
    found = report(data)
    assert (found.text, found.language, found.reader) == (TEXT, "en", "text/1")


@pytest.mark.parametrize(
    "text",
    [
        "“Zürich’s café” — a “très bon” place — was closed; nobody knew why. The owner’s no longer there.",
        "Мост через реку снова открыт, сообщило министерство во вторник. Никто не пострадал.",
        "الجسر مفتوح من جديد، قالت الوزارة يوم الثلاثاء. لم يصب أحد بأذى.",
        "部委周二表示，大桥重新开放。没有人受伤。",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_names_in_any_script(text: str, encoding: str) -> None:
    assert report(text.encode(encoding)).text == text


def test_cp1252_and_stray_bytes() -> None:
    text = "“Zürich’s café” was closed, the owner said."
    assert report(text.encode("cp1252")).text == text
    assert report(text.encode() + b" \xff.").text == text + " \ufffd."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n\n ", "empty"),
        (b"\0\0\0\0", "no text"),
        (b"--- *** ---", "no words"),
        (bytes(range(256)) * 40, "no text"),
        (b"PK\x03\x04" + b"x" * 99, "unpack"),
        (b"\x1f\x8b\x08" + b"x" * 99, "unpack"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"%PDF-1.7 broken", "damaged"),
        ("Мост через реку снова открыт для движения".encode("koi8-r"), "UTF-8"),
        (b"<html><body><nav><a href=/>Home</a></nav></body></html>", "no article"),
        (b"<html></html>", "no article"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "feed"),
    ],
)
def test_what_is_no_report_says_what_to_do(data: bytes, says: str) -> None:
    assert says in reason(data)


def test_a_text_of_one_word() -> None:
    found = report(b"Bridge")
    assert (found.text, found.language, found.title, found.furniture) == ("Bridge", "und", None, ())


def test_ten_megabytes_on_one_line_and_on_many() -> None:
    for text in (
        f"{LEAD} " * 120_000,
        f"{TEXT}\n" * 20_000,
        "a" * 10_000_000,
        "a" + "(" * 1_000_000,
        "\n" * 1_000_000 + "a",
    ):
        assert len(report(text.encode()).text) == len(text)


def test_size_limits_name_the_limit() -> None:
    found = one(TEXT.encode(), ReadSettings(max_bytes=50))
    assert isinstance(found, Problem) and "50" in found.reason


@pytest.mark.parametrize("field", [field.name for field in fields(ReadSettings)])
@pytest.mark.parametrize("value", [0, -1, 1.5, True, "9"])
def test_settings_are_validated(field: str, value: object) -> None:
    with pytest.raises(SettingsError, match=field):
        ReadSettings(**{field: value})  # type: ignore[arg-type]


def test_a_folder_of_any_mixture_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("B. " + TEXT, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": "x", "text": "A1. " + TEXT}) + "\n\n{broken\n" + json.dumps({"text": "A3. " + TEXT}) + "\n",
        encoding="utf-8",
    )
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.html").write_text(f"<html><body><p>{LEAD}</p><p>{BODY}</p></body></html>", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "z.gz").write_bytes(b"\x1f\x8b\x08")
    found = list(read([tmp_path, tmp_path / "none.txt"]))
    assert [item.uri if isinstance(item, Report) else item.input for item in found] == [
        f"{tmp_path / 'a.jsonl'}#x",
        f"{tmp_path / 'a.jsonl'}:3",
        f"{tmp_path / 'a.jsonl'}#4",
        str(tmp_path / "b.txt"),
        str(tmp_path / "c" / "d.html"),
        str(tmp_path / "z.gz"),
        str(tmp_path / "none.txt"),
    ]
    assert [type(item) for item in found] == [Report, Problem, Report, Report, Report, Problem, Problem]


def test_the_same_report_twice_is_a_duplicate(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    first, second = read([str(path), str(path)])
    assert isinstance(first, Report)
    assert second == Duplicate(input=str(path), of=str(path))


def test_the_same_copy_in_two_outlets_is_two_reports() -> None:
    lines = "\n".join(json.dumps({"outlet": outlet, "text": TEXT}) for outlet in ("Gull", "Heron", "Gull"))
    found = list(read(["-"], stdin=io.BytesIO(lines.encode())))
    assert [type(item) for item in found] == [Report, Report, Duplicate]


def test_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    [found] = read([pipe])
    assert isinstance(found, Problem) and "no regular file" in found.reason


def test_a_folder_that_holds_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [type(item) for item in read([tmp_path])] == [Report]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    [found] = read([tmp_path])
    assert found == Problem(input=str(tmp_path), reason="this folder is empty")


@pytest.mark.parametrize("name", ["a.css", "a.csv", "a.py"])
def test_files_of_other_kinds_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    [found] = read([tmp_path / name])
    assert isinstance(found, Problem) and "holds no report" in found.reason


def test_a_folder_passes_over_what_comes_along_with_reports(tmp_path: Path) -> None:
    for name in ("a.png", "b.PNG", "style.css", "font.woff2", "README.md", "LICENSE", "news.xml"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.json").write_text('{"items": [{"start": 1}]}', encoding="utf-8")
    (tmp_path / "report.json").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("Notes. " + TEXT, encoding="utf-8")
    notes, report_json, note = read([tmp_path])
    assert isinstance(notes, Report) and isinstance(report_json, Report)
    assert note == Note(
        input=str(tmp_path),
        reason="passed over 8 files that hold no reports (2 .png, 1 .css, 1 .json, 1 .woff2, 1 .xml, 1 license, "
        "1 of other kinds)",
    )
    # Whoever names a file gets an answer.
    assert [type(item) for item in read([tmp_path / "gold.json", tmp_path / "README.md"])] == [Problem, Report]


@pytest.mark.parametrize("ending", ["_files", "-Dateien", "_fichiers", "_archivos", "_FILES"])
def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path, ending: str) -> None:
    (tmp_path / "Bridge.htm").write_text(f"<html><body><p>{LEAD}</p><p>{BODY}</p></body></html>", encoding="utf-8")
    for folder in (f"Bridge{ending}", f"Ferry{ending}"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text(f"<p>{folder}: {LEAD}</p>", encoding="utf-8")
    found = list(read([tmp_path]))
    assert [item.uri for item in found if isinstance(item, Report)] == [
        str(tmp_path / "Bridge.htm"),
        str(tmp_path / f"Ferry{ending}" / "frame.html"),
    ]
    assert found[2:] == [Note(input=str(tmp_path), reason="passed over 1 folder saved along with a page")]
    # Whoever names the folder means it.
    assert [type(item) for item in read([tmp_path / f"Bridge{ending}"])] == [Report]


def test_one_note_tells_of_all_that_was_passed_over(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(f"<html><p>{name} {LEAD}</p></html>", encoding="utf-8")
        (tmp_path / f"{name}_files").mkdir()
    (tmp_path / "c.png").write_bytes(b"x")
    [note] = [item for item in read([tmp_path]) if isinstance(item, Note)]
    assert note.reason == "passed over 1 file that holds no reports (1 .png) and 2 folders saved along with pages"


def test_a_feed_in_a_folder_is_read(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(50))
    item = f"<item><description>{words}</description></item>"
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel>{item}</channel></rss>"
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    assert [type(item) for item in read([tmp_path])] == [Report]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04", "zip"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"7z\xbc\xaf\x27\x1c", "7-zip"),
        (b"Rar!\x1a\x07\x01", "rar"),
        (b"BZh91AY", "bzip2"),
        (b"\xfd7zXZ\x00", "xz"),
        (b"a.txt".ljust(257, b"\0") + b"ustar\0", "tar"),
    ],
)
@pytest.mark.parametrize("name", ["reports", "reports.txt", "reports.html"])
def test_archives_are_refused_by_content(tmp_path: Path, data: bytes, says: str, name: str) -> None:
    (tmp_path / name).write_bytes(data + b"\0" * 600)
    [found] = read([tmp_path])
    assert isinstance(found, Problem) and says in found.reason and "unpack" in found.reason


@pytest.mark.parametrize("name", ["a.tar", "a.tgz", "a.zip", "a.7z", "a.rar", "a.tar.gz"])
def test_archives_are_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\0" * 50 + b"words and words " * 9)
    [found] = read([tmp_path])
    assert isinstance(found, Problem) and "unpack" in found.reason


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{LEAD} {BODY}", "en"),
        ("Мост через реку снова открыт, сообщило министерство во вторник. Никто не пострадал.", "ru"),
        ("Die alte Brücke über den Fluss wurde am Dienstag wieder geöffnet, sagte das Ministerium.", "de"),
        ("Le vieux pont sur la rivière a été rouvert mardi, a annoncé le ministère des travaux publics.", "fr"),
        ("El viejo puente sobre el río fue reabierto el martes, dijo el ministerio de obras públicas.", "es"),
        ("الجسر مفتوح من جديد، قالت الوزارة يوم الثلاثاء. لم يصب أحد بأذى.", "ar"),
        ("پل قدیمی روی رودخانه روز سه‌شنبه دوباره باز شد، وزارتخانه اعلام کرد.", "fa"),
        ("部委周二表示，大桥重新开放。没有人受伤。", "zh"),
    ],
)
def test_each_report_of_a_pile_says_its_language(text: str, language: str) -> None:
    assert report(text.encode()).language == language


def test_content_decides_against_the_suffix(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"<!doctype html><html><body><p>{LEAD}</p><p>{BODY}</p></body></html>", encoding="utf-8")
    [found] = read([page])
    assert isinstance(found, Report) and found.reader.startswith("html.") and found.text == TEXT


def test_nothing_of_the_machine_is_in_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = list(read(["a.txt", "./a.txt"]))
    assert str(tmp_path) not in repr(found)
    assert [item.uri if isinstance(item, Report) else item.input for item in found] == ["a.txt", "./a.txt"]


@given(st.binary(max_size=400))
def test_any_bytes_give_reports_or_problems(data: bytes) -> None:
    for found in read(["-"], stdin=io.BytesIO(data)):
        if isinstance(found, Report):
            found.text.encode()
            assert not set(found.text) & {"\r", "\0"}
            assert found == next(iter(read(["-"], stdin=io.BytesIO(data))))
        else:
            assert isinstance(found, Problem | Duplicate)
