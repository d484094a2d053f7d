"""Transcripts in languages that have no lexicon of their own, in logs of scanners, and with a single label: invented documents."""

# ruff: noqa: E501 - a printed document is easier to read when its lines are not broken; other scripts have other letters

from __future__ import annotations

import pytest

import quotedb
from quotedb.parsing.lexicon import lexicon
from quotedb.parsing.transcript.labelwords import label_words


def said(text: str) -> list[tuple[str | None, str]]:
    return [(one.label, " ".join(one.text.split())) for one in quotedb.parse(text) if one.label]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # capitals of any alphabet before a dash without a space
            (
                "SUNUCU- Merhaba, hoş geldiniz.\n\nDOĞAN VELTOĞLU- Hoş bulduk.\n\nSUNUCU- Liman ne zaman açılıyor?\n\n"
                "DOĞAN VELTOĞLU- Teşekkür ederim. Mayıs ayında açılıyor."
            ),
            ["SUNUCU", "DOĞAN VELTOĞLU", "SUNUCU", "DOĞAN VELTOĞLU"],
        ),
        (  # a filled arrow sets off a label
            (
                "▶강바다 : 안녕하십니까. 항구 소식입니다.\n\n▷문하늘 : 네. 안녕하세요.\n\n▶강바다 : 언제 문을 엽니까?\n\n"
                "▷문하늘 : 5월에 엽니다. 준비가 끝났습니다."
            ),
            ["강바다", "문하늘", "강바다", "문하늘"],
        ),
        (  # voices in brackets below a statement, their letters parted
            (
                "港湾大臣会見録\n\n1.冒頭発言\n おはようございます。\n 私から一件お知らせです。\n 港は五月に開きます。\n 以上でございます。\n\n2.質疑応答\n"
                "(記 者)\n 開港が遅れた理由は何でしょうか。\n(大 臣)\n 資材が足りなかったものですから、遅くなりました。\n"
                "(記 者)\n 費用は増えましたか。\n(大 臣)\n いいえ、増えておりません。"
            ),
            ["記 者", "大 臣", "記 者", "大 臣"],
        ),
        (  # one voice and a name that comes back, in a text without breaks
            "港口夜话\n\n欢迎收看。 主持人：您好，欢迎来到节目。港口什么时候开放？ 林海生：五月开放。我们已经准备好了。 主持人：费用增加了吗？ 林海生：没有增加。",
            ["主持人", "林海生", "主持人", "林海生"],
        ),
        (  # one letter for question and answer
            "حوار مع مدير الميناء\n\nس: متى يفتح الميناء؟\n\nج: يفتح في مايو، ونحن جاهزون.\n\nس: هل زادت الكلفة؟\n\nج: لا، لم تزد.",
            ["س", "ج", "س", "ج"],
        ),
        (  # an office in small letters behind the name, once in full
            (
                "Анна Вельт: Добрый вечер, я рада вас видеть.\nБорис Олан, первый канал: Спасибо вам. Когда откроют порт?\nВельт: В мае.\n"
                "Олан: А почему не раньше?\nВельт: Мы ждали кран."
            ),
            ["Анна Вельт", "Борис Олан, первый канал", "Вельт", "Олан", "Вельт"],
        ),
        (  # a title alone on its line with a colon, and most of the text below
            (
                "05 juli havenraad\n\nMinister Velt heeft na de raad een verklaring gegeven.\n\nMinister Velt:\n\n"
                "Fijn dat ik hier mag staan. De haven gaat in mei open, en ik dank jullie voor het geduld. "
                "Wij hebben er lang op gewacht, en ik zal er zelf bij zijn als de kraan draait."
            ),
            ["Minister Velt"],
        ),
        (  # a name and a role in small letters alone on the line, a line drawn below
            (
                "Přepis: Jak to vidí Ana Velt\n\nAna VELT, moderátorka\n--------------------\nDobrý den. Vítejte.\n\nBo OLAN, rektor přístavu\n"
                "--------------------\nDobré ráno.\n\nAna VELT, moderátorka\n--------------------\nKdy se přístav otevře?\n\n"
                "Bo OLAN, rektor přístavu\n--------------------\nV květnu, jak jsme slíbili."
            ),
            ["Ana VELT, moderátorka", "Bo OLAN, rektor přístavu"] * 2,
        ),
        (  # names in capitals with nothing but a space behind them
            (
                "Texte intégral\nANA VELT Alors ça fait une semaine que vous êtes ministre, qu'est-ce que vous vous dites ?\n"
                "BO OLANE-MARSH Il y a une forme de solennité, c'est vrai.\nANA VELT Donc vous étiez tendue !\n"
                "BO OLANE-MARSH Et puis il y a beaucoup d'émotion tout simplement\nANA VELT A quoi ça tient ?"
            ),
            ["ANA VELT", "BO OLANE-MARSH", "ANA VELT", "BO OLANE-MARSH", "ANA VELT"],
        ),
        (  # a question with its number in brackets
            (
                "(12) Question: I am a pupil and would like to see the pier. May I?\nAnswer: You may. Great!\nThen I will show you the crane, too.\n"
                "(13) Question: When does it open?\nAnswer: In May, as I said."
            ),
            ["Question", "Answer", "Question", "Answer"],
        ),
        (  # brackets in what is asked
            (
                "会見記録\n(大臣)私の方からは、発言が一点ありました。港は五月に開きます。\n(問)本日から(日曜の)交渉が行われるとのことですが、如何でしょうか。\n"
                "(大臣)本当にこれからということです。\n(問)分かりました。"
            ),
            ["大臣", "問", "大臣", "問"],
        ),
        (  # a question with a remark behind it
            (
                "Entrevista na saída do porto\n\nPorto de Tern, 27 de abril\n\nJornalista: Como foi a visita, ministra? (...) incompreensível\n\n"
                "Ministra: Foi boa. Eu vi o guindaste.\n\nJornalista: E quando abre?\n\nMinistra: Em maio, eu acho.\n\nJornalista: Não antes?\n\nMinistra: Não."
            ),
            ["Jornalista", "Ministra"] * 3,
        ),
        (  # nothing but a name behind a voice at the front
            (
                "Sprecher: Bürgermeisterin Ana Velt\n\nBM'in Velt: Meine Damen und Herren, ich danke Ihnen. Wir haben heute den Hafen besprochen.\n\n"
                "Wir werden ihn im Mai öffnen."
            ),
            ["BM'in Velt"],
        ),
    ],
)
def test_labels(text: str, expected: list[str]) -> None:
    assert [label for label, _ in said(text)] == expected


LOG = (
    "PIER LOG\n\nTAPE 357-01\n\n357 01 25 13 CC Tern, Hull. We have you for six minutes.\n\nCDR Hello, Bo.\n\nCC Hello there.\n\n"
    "357 01 38 05 CC Tern, Hull, if you have a\n\na couple of minutes, I have some notes\non the crane.\n\nSPT Go ahead,\nBo.\n\n"
    "CC It is not much of a change to what\nyou do tomorrow.\n\nSPT Okay, I understand that.\n"
)


def test_a_log_that_gives_few_times() -> None:
    assert said(LOG) == [
        ("CC", "Tern, Hull. We have you for six minutes."),
        ("CDR", "Hello, Bo."),
        ("CC", "Hello there."),
        ("CC", "Tern, Hull, if you have a a couple of minutes, I have some notes on the crane."),
        ("SPT", "Go ahead, Bo."),
        ("CC", "It is not much of a change to what you do tomorrow."),
        ("SPT", "Okay, I understand that."),
    ]


def test_a_name_above_the_talk_is_a_caption() -> None:
    text = (
        "Ana Velt\n\nAt a meeting with the pilots of Tern.\n\nTranscript of the meeting:\n\nAna Velt: Good afternoon.\n\n"
        "I am glad to see you all, and I thank you for the work."
    )
    assert [(label, words.split()[0]) for label, words in said(text)] == [("Ana Velt", "Good")]


def test_what_breaks_off_is_still_said() -> None:
    text = "MINISTER VELT: Good afternoon. I am glad that you came.\n\nMINISTER OLANE: Thank you. I am very please"
    assert [label for label, _ in said(text)] == ["MINISTER VELT", "MINISTER OLANE"]


@pytest.mark.parametrize(
    "text",
    [
        # stage directions in brackets, which come back
        "The pier at night. Rain falls on the planks.\n\nA boat comes in.\n\nNobody waits.\n\n(Rain)\n\nThe wind turns.\n\n(Wind)\n\nThe lamp goes out.\n\n(Rain)\n\nIt is dark.",
        # labels of a form in another language
        "Порт Тёрн\n\nАдрес: улица Морская, 5\nТелефон: 020 551\nЧасы: с 9 до 17\nКасса: у входа",
        # titles in capitals that open the paragraphs of a programme, each once
        "HULL HARBOUR The old docks are shown at ten.\n\nTERN MARKET Fish is sold until noon.\n\nMARSH CHAPEL Vespers are sung.\n\nSTRAND HOUSE Tea is served.",
        # towns with their country, in a list that comes back
        "Stops\n\nTern Hill, by the sea\n\nHull Cross, by the sea\n\nThe bus waits.\n\nTern Hill, by the sea\n\nThe bus turns.",
        # a table of codes with two times
        "357 01 25 13 AB Tern\n\nCD Hull\n\n357 01 38 05 AB Marsh\n\nthe list goes on\n\nEF Strand\n\nPrices are in the annex.\n\nThey rose in May.",
    ],
)
def test_what_nobody_says(text: str) -> None:
    assert not said(text)


def test_words_inside_a_run_of_letters() -> None:
    words = label_words(lexicon("en"))
    assert words.spoken.search("今天我们很高兴")
    assert words.spoken.search("準備ができております。")
    assert not words.spoken.search("港口五月开放")
    assert words.oneself.search("Думаю, мне это подходит")
    assert not words.spoken.search("the size of the vessel")
