"""Which encodings are read, and which damage is refused instead of being guessed into wrong words."""

from __future__ import annotations

import codecs

import pytest

from quotedb.errors import UnreadableSource
from quotedb.reading.content.codepages import guess_code_page
from quotedb.reading.content.encoding import decode
from quotedb.reading.content.oddities import oddities

FRENCH = "La maire de Sévrac a déclaré hier : « Nous déciderons après les élections », puis elle s'est tue."
GERMAN = "Der Bürgermeister von Möhringsau sagte: „Wir müssen prüfen, ob das möglich ist“, und schloss die Tür."
SPANISH = "La alcaldesa de Peñalba respondió: «¿Quién pagará mañana? ¡Nadie!», y añadió que volverá en el otoño."
PORTUGUESE = "O prefeito de Vila Seca disse: “Não há decisão; é preciso ouvir a população”, e saiu."
ICELANDIC = "Bæjarstjórinn sagði að brúnni yrði lokað: „Við verðum fyrst að hlusta á íbúana,“ bætti hún við."
POLISH = "Burmistrz powiedział w środę, że most zostanie zamknięty: „Musimy najpierw wysłuchać mieszkańców”."
CZECH = "Starosta města řekl ve středu, že most bude uzavřen. Příští týden začnou práce, dodal později."
HUNGARIAN = "A polgármester azt mondta, hogy a hidat lezárják, és erősen bízik a tűzoltókban, őszre elkészül."
TURKISH = "Belediye başkanı çarşamba günü köprünün kapatılacağını söyledi, önce halkı dinleyeceğiz dedi."
ENGLISH = "The mayor said the café would close. “We have to listen first,” she said — it’s a £5 matter."
RUSSIAN = "Председатель совета заявил вчера, что мост закроют. «Мы обсудим это с жителями», — сказала она журналистам."
GREEK = "Ο δήμαρχος δήλωσε την Τετάρτη ότι η γέφυρα θα κλείσει. «Πρέπει πρώτα να ακούσουμε», είπε στους κατοίκους."
HEBREW = "ראש העירייה אמר ביום רביעי כי הגשר ייסגר. עלינו להקשיב קודם לתושבים, הוסיף ויצא."
ARABIC = "قال رئيس البلدية يوم الأربعاء إن الجسر سيغلق. علينا أن نستمع إلى السكان أولا."
JAPANESE = "町長は水曜日、新しい橋の計画について説明した。「住民の皆さんの声を聞いて決めたい」と述べた。"
CHINESE = "镇长星期三就新桥计划作了说明。“我们要先听取居民的意见再作决定”，他说。会议持续了三个小时。"
TAIWANESE = "鎮長星期三就新橋計畫作了說明。「我們要先聽取居民的意見再作決定」，他說。會議持續了三個小時。"
KOREAN = "읍장은 수요일 새 다리 계획에 대해 설명했다. 주민들의 의견을 먼저 듣고 결정하겠다고 말했다."

LEGACY = [
    ("café", "cp1252"),
    ("She went to the café.", "cp1252"),
    ("It’s late", "cp1252"),
    ("“Yes,” said Mara Olin.", "cp1252"),
    ("Señor Ñáñez", "cp1252"),
    ("»Ja«, sagte Müller.", "cp1252"),
    ("Müller: »Ja, und mehr.\n\n»Morgen auch«", "cp1252"),
    ("À côté", "cp1252"),
    ("Été : ç’a été l’été.", "cp1252"),
    ("30 °C, § 5, ½ cup", "cp1252"),
    (FRENCH, "cp1252"),
    (GERMAN, "cp1252"),
    (SPANISH, "cp1252"),
    (PORTUGUESE, "cp1252"),
    (ICELANDIC, "cp1252"),
    (ENGLISH, "cp1252"),
    (FRENCH, "mac_roman"),
    (GERMAN.replace("„", '"').replace("“", '"'), "cp850"),
    (POLISH, "cp1250"),
    (POLISH.replace("„", '"').replace("”", '"'), "iso8859_2"),
    (CZECH, "cp1250"),
    (CZECH, "iso8859_2"),
    (HUNGARIAN, "cp1250"),
    (TURKISH, "cp1254"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "koi8_r"),
    (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "cp866"),
    (GREEK, "cp1253"),
    (HEBREW, "cp1255"),
    (ARABIC, "cp1256"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
    (CHINESE, "gbk"),
    (TAIWANESE, "big5"),
    (KOREAN, "euc_kr"),
]


@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_old_code_pages_are_decoded_right(text: str, encoding: str, times: int) -> None:
    """A real text in a code page of the time before UTF-8 is read as it was written, short or long."""
    whole = "\n".join([text] * times)
    assert decode(whole.encode(encoding), "old.txt") == whole


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, JAPANESE, KOREAN, ENGLISH, "café", "é", "😀 said Mara"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_and_its_byte_order_marks(text: str, mark: bytes, encoding: str) -> None:
    """UTF-8 needs no mark, UTF-16 and UTF-32 are read by theirs; the mark is no part of the text."""
    assert decode(mark + text.encode(encoding), "a.txt") == text


DAMAGED = [
    (b"The caf\xc3\xa9 was \xff\xfe closed.", 14),
    (b"The mayor \xff\xfe said.", 10),
    (b"The mayor\xff\xfesaid.", 9),
    (b"abc\xff", 3),
    (b"The caf\xc3", 7),  # cut off in the middle of a character
    (b"hello \xc3\x28 world", 6),
    (b"na\xc3ve", 2),
    (b"It\xe2\x80s late", 2),
    (b"It\x80\x99s late", 2),
    (b"x \x80 y", 2),
    (b"good \xbf\xbd bye", 5),
    (b"a \xa0 b \xe2\x82", 2),
    (b"caf\xe9 and \xc3\xa9t\xc3\xa9", 3),  # two encodings in one file
    (FRENCH.encode()[:-3] + b"\xc3", len(FRENCH.encode()) - 3),
    ("Председатель".encode()[:-1], 22),
    (CHINESE.encode()[1:], 0),
    (ENGLISH.encode() * 20 + b"\xff\xfe" + ENGLISH.encode() * 20, 20 * len(ENGLISH.encode())),
    ("Да, конечно".encode()[:-1], 18),
]


@pytest.mark.parametrize(("content", "offset"), DAMAGED)
def test_damaged_utf8_is_refused_with_its_place(content: bytes, offset: int) -> None:
    """UTF-8 with stray, missing or cut-off bytes is never guessed into other letters; the sentence names the offset."""
    with pytest.raises(UnreadableSource) as refused:
        decode(content, "notes.txt")
    message = str(refused.value)
    assert "notes.txt" in message
    assert f"byte offset {offset})" in message
    assert "save it as UTF-8" in message
    assert "\n" not in message


@pytest.mark.parametrize("text", [FRENCH, GERMAN, ENGLISH, RUSSIAN, JAPANESE, CHINESE, POLISH, GREEK, HEBREW])
def test_no_single_damaged_byte_goes_unnoticed(text: str) -> None:
    """Whatever byte of a UTF-8 text is lost or overwritten: the text is refused, or it is still valid UTF-8."""
    content = text.encode()
    for at in [i for i, byte in enumerate(content) if byte > 127]:
        for damaged in (content[:at] + content[at + 1 :], content[:at] + b"\xff" + content[at + 1 :]):
            try:
                damaged.decode()
            except UnicodeDecodeError:
                with pytest.raises(UnreadableSource):
                    decode(damaged, "a.txt")


@pytest.mark.parametrize(
    ("content", "charset", "expected"),
    [
        (b'<html><meta charset="iso-8859-1"><p>caf\xe9 \x93Ja\x94', None, "caf\xe9 “Ja”"),
        (b"<html><meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>\xc4\xe0", None, "Да"),
        (b'<?xml version="1.0" encoding="shift_jis"?><html><p>\x92\xac\x92\xb7', None, "町長"),
        (b"<html><p>\xc4\xe0", "windows-1251", "Да"),
        (b'<html><meta charset="no-such-set"><p>caf\xe9', None, "café"),
        ("<html><meta charset=iso-8859-1><p>café".encode(), None, "café"),  # many pages declare what they are not
    ],
)
def test_declared_charsets(content: bytes, charset: str | None, expected: str) -> None:
    """What is no UTF-8 is read as the server or the page declares, in the sense browsers give to the names."""
    assert decode(content, "page.html", charset=charset).endswith(expected)


def test_a_page_that_declares_utf8_and_breaks_it_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="byte offset 30"):
        decode(b'<html><meta charset="utf-8">ca\xe9', "page.html")


def test_nul_bytes_and_broken_utf16_are_refused() -> None:
    with pytest.raises(UnreadableSource, match="NUL byte at offset 3"):
        decode(b"abc\x00def", "a.txt")
    with pytest.raises(UnreadableSource, match=r"UTF-16-LE.*byte offset 4"):
        decode(codecs.BOM_UTF16_LE + b"a\x00b", "a.txt")


@pytest.mark.parametrize(
    ("raw", "folded"),
    [(b"a\r\nb", "a\nb"), (b"a\rb", "a\nb"), (b"a\r\r\nb", "a\n\nb"), (b"\n\ta \xc2\xa0\n", "\n\ta \xa0\n")],
)
def test_only_line_ends_change(raw: bytes, folded: str) -> None:
    """CRLF and lone CR become LF; blank lines, tabs and no-break spaces stay as they are."""
    assert decode(raw, "a.txt") == folded


@pytest.mark.parametrize(
    "text",
    [
        "cafÃ©", "The caf├®", "It›s", "powiedzia³", "rÃunis", "ÿþ", "w¶rodê", "said ™s", "x € y", "baДd", "ﾃｩt",
        "Ìîñêâà", "na»ve", "caf© closed", "a\u0301 \u05b0x",
    ],
)  # fmt: skip
def test_oddities_are_seen(text: str) -> None:
    """Each of these holds a character where no writer puts it."""
    assert oddities(text) > 0


@pytest.mark.parametrize(
    "text", [FRENCH, GERMAN, SPANISH, ICELANDIC, ENGLISH, POLISH, RUSSIAN, GREEK, JAPANESE, KOREAN, ARABIC]
)
def test_sound_texts_have_no_oddities(text: str) -> None:
    assert oddities(text) == 0


@pytest.mark.parametrize(("text", "encoding"), [(GERMAN, "cp1252"), (JAPANESE, "shift_jis"), (CHINESE, "gbk")])
def test_long_files_are_decoded_by_a_sample(text: str, encoding: str) -> None:
    """One line of megabytes, or plain ASCII up to the last line: the sample finds what matters, in linear time."""
    one_line = text * 20_000
    assert decode(one_line.encode(encoding), "a.txt") == one_line
    late = "a" * 3_000_000 + "\n" + "plain words\n" * 100_000 + text
    assert decode(late.encode(encoding), "a.txt") == late


def test_too_little_text_for_a_guess_is_refused_not_guessed() -> None:
    """Two letters of Cyrillic could be anything."""
    assert guess_code_page("Да.".encode("cp1251")) is None
