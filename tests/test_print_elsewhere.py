"""What tells a talk where the words of its language say little: counts, short forms, running heads, one person under two labels."""

from __future__ import annotations

import pytest

from conftest import turns_of

COUNTED = """Riksmöte i Tarn

Anf.  1  TALMANNEN:

Jag hälsar alla välkomna till kammaren.

§ 1  Hamnfrågor

Anf.  2  Statsminister ULF VESK (TP):

Herr talman! Hamnen i Tarn behöver pengar, och det i dag.
"""

CHAPTERS = """Ein Buch in drei Teilen

Kap. 1 Das Boot

Das Boot lag lange im Hafen, und niemand wusste, wem es gehörte.

Kap. 2 Die Reise

Im Sommer fuhr es hinaus, ohne dass jemand an Bord war.
"""

TRACKS = """Folge 12: Am Hafen

Track 2:
[0:21] Guten Abend zusammen und willkommen am Hafen.

Track 1:
[0:36] Guten Abend.

Track 3:
[0:41] Schönen guten Abend allerseits.

Track 2:
[0:44] Heute reden wir über den Kran

Track 4:
[0:50] Ja

Track 1:
[0:55] Der steht ja immer noch da.

Track 3:
[1:02] Das stimmt nicht ganz.

Track 4:
[1:09] Doch.
"""

READINGS = """Messwerte der Station Tarn

Kanal 1:
[0:21] 17 Grad

Kanal 2:
[0:22] 18 Grad

Kanal 3:
[0:23] 17 Grad

Kanal 4:
[0:24] 16 Grad
"""

PAPER = """Der Hafen lebt

Das Gespräch im Wortlaut:

Die Tarner Zeit (Zeit): Frau Vesk, wem gehört der Hafen?

Ana Vesk (Vesk): Allen, die dort arbeiten. Das habe ich immer gesagt.

Zeit: Und wer zahlt?

Vesk: Wir alle. Ich bezahle meinen Teil gern.
"""

TAKES = """COUNCIL OF TARN

Thursday, 24 May 2012 Take: 282

NOTICES OF MOTION

Mrs A VESK: Deputy Speaker, I hereby give notice that I shall move on the next sitting day:

That this House debates the harbour.

Mr J OLANE

COUNCIL OF TARN

Thursday, 24 May 2012 Take: 282

Mrs A VESK

Mr J OLANE: Deputy Speaker, I hereby give notice that I shall move on the next sitting day:

That this House debates the crane.

Ms D MARSH

COUNCIL OF TARN

Thursday, 24 May 2012 Take: 282

Mr J OLANE

Ms D MARSH: Deputy Speaker, I hereby give notice that I shall move on the next sitting day:

That this House debates the bridge.
"""

QUESTIONS = """Questions for Oral Answer

1. MURRAY VESK (Tern Labour) to the Minister of Ports and Piers: What has he done about the wharf?

Hon PIA OLANE (Minister of Ports and Piers): Last week the piles were replaced, all of them.

Murray Vesk: Were they replaced with the old ones?

Hon PIA OLANE: They were turned round.
"""

LINE_BY_LINE = """Отрывок передачи

А.Вельский В первой части вы говорили о порте и о мосте…

М.Оланов Порт стоит давно. Мост построили позже, и это была ошибка.

Ст.Маршев И деньги не имеют значения?

М.Оланов Деньги есть. Нет только людей.
"""

STAFF = """Работники порта

А.Вельский Директор порта и член совета.

М.Оланов Капитан буксира, работает с 1998 года.

С.Маршев Сторож, живёт на пристани.

Т.Брокин Повар, готовит на всех.
"""

DASHES = (
    'gitti" dedi.\nMUSTAFA VELT (Tarn) - Liman bizim limanımızdır arkadaşlar. BAŞKAN - Sayın üyeler, lütfen oturun. '
    "ENGİN OLAN (Hull) - Sayın Başkan, müdahale etmeyin. MUSTAFA VELT (Tarn) - Ben oturuyorum zaten. "
    "BAŞKAN - Lütfen, sayın üyeler, makul bir sürede bitirelim. ENGİN OLAN (Hull) - Hayır, hayır. Biz bekliyoruz. "
    "MUSTAFA VELT (Tarn) - Vinç nerede? Köprü nerede? Bunları soruyorum."
)

RUN_IN = (
    "Leia a entrevista da Rádio Tarn com a ministra dos portos, feita ontem à noite no cais Por Redação Jornalista: Ministra, boa noite. "
    "Muito obrigado pela gentileza. Ministra: Eu que agradeço a todos. Jornalista: O porto vai abrir em março ou não vai? "
    "Ministra: Você sabe que o porto depende da chuva e das obras. Mas o fato é que vai abrir, e vai abrir logo."
)

ROSTER = """Úterý 20. dubna

Přítomni:

Místopředseda RT J. Vlk, místopředseda RT J. Kos, místopředseda RT K. Let, místopředseda RT P. Tol a dalších 89 členů rady.

Za vládu Tarnu: předseda vlády V. Kos, místopředseda vlády J. Dub, místopředseda vlády a ministr polí J. Lok, ministr hlíny I. Kar, \
ministr mostů A. Bud, ministr lesů F. Ben, ministr pro přístavy S. Bel, ministr cest V. Dlo, ministr kamene K. Dyb, ministr knih J. Kab, \
ministr nemocnic P. Lom, ministr pečetí I. Něm, ministr práva J. Nov, ministr škol P. Pit, ministr vnitra J. Rum, ministr domů J. Ska, \
ministr lodí J. Str, ministr práce J. Vod a ministr věcí zahraničních J. Zie, dále prezident úřadu P. Hus a správce přístavu M. Ryb.

Místopředseda RT Jiří Vlk: Vážené paní, vážení páni, prosím, abyste zaujali svá místa.

Děkuji. Zahajuji osmou schůzi rady a všechny vás srdečně vítám.
"""

TRIAL = """Fortsetzung der Hauptverhandlung am Montag, den 22. Dezember, um 9.10 Uhr.
(60. Verhandlungstag)
Als Zeugen sind anwesend:
Helmut Oland, Ulrich Winker und Herbert Such.
Vors.:
Ich bitte um Entschuldigung, daß wir uns etwas verzögert haben.
Wir setzen die Sitzung fort. Herr Künz, muß es sein, bevor ich die Anwesenheit festgestellt habe?
Ich glaube nicht. Zunächst ist festzustellen, daß niemand fehlt und daß die Zeugen draußen warten.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (COUNTED, ["TALMANNEN", "Statsminister ULF VESK (TP)"]),
        (CHAPTERS, []),
        (TRACKS, ["Track 2", "Track 1", "Track 3", "Track 2", "Track 4", "Track 1", "Track 3", "Track 4"]),
        (READINGS, []),
        (PAPER, ["Die Tarner Zeit (Zeit)", "Ana Vesk (Vesk)", "Zeit", "Vesk"]),
        (TAKES, ["Mrs A VESK", "Mr J OLANE", "Ms D MARSH"]),
        (
            QUESTIONS,
            [
                "MURRAY VESK (Tern Labour)",
                "Hon PIA OLANE (Minister of Ports and Piers)",
                "Murray Vesk",
                "Hon PIA OLANE",
            ],
        ),
        (LINE_BY_LINE, ["А.Вельский", "М.Оланов", "Ст.Маршев", "М.Оланов"]),
        (STAFF, []),
        (RUN_IN, ["Jornalista", "Ministra", "Jornalista", "Ministra"]),
        (ROSTER, ["Místopředseda RT Jiří Vlk"]),
        (TRIAL, ["Vors."]),
    ],
)
def test_labels_that_the_page_vouches_for(text: str, expected: list[str]) -> None:
    assert [label for label, _ in turns_of(text)] == expected


def test_the_chair_speaks_between_dashes() -> None:
    """A voice in capitals is a label as well where others have a bracket behind the name."""
    assert [label for label, _ in turns_of(DASHES)] == [
        "MUSTAFA VELT (Tarn)", "BAŞKAN", "ENGİN OLAN (Hull)", "MUSTAFA VELT (Tarn)", "BAŞKAN", "ENGİN OLAN (Hull)", "MUSTAFA VELT (Tarn)",
    ]  # fmt: skip


def test_a_running_head_is_nobodys_words() -> None:
    """Nor are the names below and above it, of who speaks and who speaks next."""
    said = dict(turns_of(TAKES))
    assert said["Mr J OLANE"].endswith("That this House debates the crane.")
    assert "COUNCIL" not in " ".join(said.values())


def test_a_colon_before_a_figure_in_a_script_without_spaces() -> None:
    text = "访谈实录:\n主持人:欢迎您来到港口。\n温林:您好,大家好。\n主持人:6月15日就是港口的周年纪念日,您还记得吗?\n温林:我记得。"
    assert [label for label, _ in turns_of(text)] == ["主持人", "温林", "主持人", "温林"]


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("Abgeordnete Ana Vesk (TP)", "Abgeordnete Ana Vesk (TP) (zur Geschäftsbehandlung)"),
        ("Abgeordnete Ana Vesk (TP)", "Abgeordnete Ana Vesk (TP) (fortfahrend zu Punkt 3)"),
        ("Abgeordnete Ana Vesk (TP) (Tarn)", "Abgeordnete Ana Vesk (TP) (Tarn)"),
    ],
)
def test_a_second_bracket_in_small_letters_is_a_note(label: str, printed: str) -> None:
    chair = "Präsidentin Bo Olane: Bitte, Frau Kollegin."
    text = f"Sitzung des Rates\n\n{chair}\n\n{printed}: Frau Präsidentin! Ich danke.\n\n{chair}"
    assert [one for one, _ in turns_of(text)][1] == label


def test_what_the_house_decides_is_nobodys_words() -> None:
    text = """Regeling van werkzaamheden

De voorzitter:

Ik stel voor de commissie op te heffen.

Daartoe wordt besloten.

De voorzitter:

Het woord is aan mevrouw Vesk.

Mevrouw Vesk (TP):

Voorzitter. Ik dank u zeer.
"""
    assert turns_of(text)[0] == ("De voorzitter", "Ik stel voor de commissie op te heffen.")


def test_a_sure_label_below_a_line_that_broke_off() -> None:
    """In another script, without a full stop, the line above it ends no sentence; what breaks off itself is no label."""
    text = """The Council met at eleven of the clock,
MR. CHAIRMAN in the Chair.
SHRI M. VELT: Sir, the leader of the other side wants
to speak. ...(Interruptions)... Please allow him, Sir. The harbour
cannot wait for us.
MR. CHAIRMAN: Please listen. ...(Interruptions)... One minute.
...(Interruptions)... आप सुन लीजिये जरा, बैठ जाइए, बैठ
SHRI M. VELT: Sir, the leader of the other side wants
to speak. ...(Interruptions)...
MR. CHAIRMAN: Do you wish to say something?
...(Interruptions)... Let us hear the leader of the other side.
"""
    assert [label for label, _ in turns_of(text)] == ["SHRI M. VELT", "MR. CHAIRMAN"] * 2


def test_whoever_presides_calls_one_member() -> None:
    """Each speaker stands in a list of its own, and no mark is at the names: the chair comes back, and speaks to somebody each time."""
    text = """  • The House met at 9.30 a.m.
  • PRAYERS

  • Hon. Deputy Speaker

    Order, Hon. Members. I think we have quorum. You have been very quick, and I thank you. So, let us proceed.

  • NOTICES OF MOTION

  • Hon. Deputy Speaker

    Under that Order, we have the Leader of the Majority Party, Hon. Velt. You have the floor.

  • Aden Bare Velt (Hon. Aden Velt)

    Hon. Deputy Speaker, before I give notice of motion, I want to raise my concerns with you. The machines do not work.

  • Hon. Deputy Speaker

    Your concerns are noted. I know you will be tempted to say more now that you have the microphone.
"""
    chair = "Hon. Deputy Speaker"
    assert [label for label, _ in turns_of(text)] == [chair, chair, "Aden Bare Velt (Hon. Aden Velt)", chair]


SIGNS = """시의회 일문일답

⊙앵커: 오늘 시의회는 이전과는 달라진 모습을 보였습니다. 처음으로 질문과 답변이 그 자리에서 오갔습니다. 계속해서 한바다 기자입니다. \
⊙기자: 오늘 저녁 질문에는 모두 열한 명이 신청해 높은 관심을 반영했습니다. ⊙강물결(항구당 의원): 배가 드나들 자리가 필요하다고 봅니다. \
⊙한여울(시장): 항구의 자체 역량으로 착실하게 추진이 되고 있기 때문에 걱정하지 않습니다. ⊙기자: 두 사람 간의 신경전도 오갔습니다. \
⊙한여울( 시장): 너무 늦었습니다. ⊙인터뷰: 다음 질문이 바빠서 이만 줄이겠습니다. ⊙기자: 질문은 이런 방식으로 진행됐습니다.
"""

EVERY_LINE = """Es Gsprèuhch zwusche de Hàidi Mòòr, em Reubi Tann, ound em Urs Bòòt.
Hàidi Mòòr: Dèè Haafe isch zou me waare Trioumpf worde, das mues me sage.
Reubi Tann: Wië rédtsch à Dou daa vo me Trioumpf? Dèè Kraan isch ja kabutt.
H.M.: Daas isch na lang neud ggsàit.
Urs Bòòt: Naa de Wààl schynt daas apsolout z'erwaarte.
H.M.: Daas cha's aber na gèè.
"""

LANGUAGES = """The House met at 15:00.

The HOUSE CHAIRPERSON (Ms M G Velt): Order, hon members. Hon members, I wish to acknowledge the guests in the gallery. You are welcome.

IsiZulu:

Angibaboni.

English:

Where are you? Please, stand. Thank you very much.

The MINISTER OF PORTS, PIERS AND CULTURE: House Chairperson, hon members, we meet today to debate a matter that
"""

GREFFIER = """TÉMOIGNAGES

Le greffier du comité: Honorables députés, il y a quorum.

Je suis prêt à recevoir les motions à cet effet.

M. Rive (Halton - Pont): J'aimerais proposer que M. Velt soit élu président.

Le greffier: Plaît-il au comité d'adopter la motion?

M. Olan: Monsieur le président, je constate que le premier point est l'élection. J'en suis heureux.

Le greffier: Félicitations, monsieur Velt.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SIGNS, ["앵커", "기자", "강물결(항구당 의원)", "한여울(시장)", "기자", "한여울( 시장)", "인터뷰", "기자"]),
        (EVERY_LINE, ["Hàidi Mòòr", "Reubi Tann", "H.M.", "Urs Bòòt", "H.M."]),
        (LANGUAGES, ["The HOUSE CHAIRPERSON (Ms M G Velt)", "The MINISTER OF PORTS, PIERS AND CULTURE"]),
        (GREFFIER, ["Le greffier du comité", "M. Rive (Halton - Pont)", "Le greffier", "M. Olan", "Le greffier"]),
    ],
)
def test_more_that_the_page_vouches_for(text: str, expected: list[str]) -> None:
    assert [label for label, _ in turns_of(text)] == expected


def test_a_sign_before_the_next_label_is_nobodys() -> None:
    assert not any("⊙" in words for _, words in turns_of(SIGNS))


def test_the_language_of_what_follows_is_nobodys_words() -> None:
    chair = turns_of(LANGUAGES)[0][1]
    assert chair.endswith("You are welcome. Angibaboni. Where are you? Please, stand. Thank you very much.")


def test_a_party_in_small_letters_belongs_to_the_label() -> None:
    text = """Protokoll

Anf. 1 TALMANNEN:

Jag vill hälsa alla välkomna.

Anf. 2 ALF VESK (kd):

Herr talman! Hamnen behöver pengar.
"""
    assert [label for label, _ in turns_of(text)] == ["TALMANNEN", "ALF VESK (kd)"]


def test_who_comes_into_the_court_interrupts_whoever_speaks() -> None:
    text = """Fortsetzung der Hauptverhandlung am Donnerstag, den 13. November, um 9.17 Uhr
(45. Verhandlungstag)
Vors.:
Ich bitte Platz zu nehmen. Wir setzen die Sitzung fort, und ich möchte den verspäteten Beginn entschuldigen.
Rechtsanwalt Olan erscheint um 9.17 Uhr.
Ich verknüpfe diese Entschuldigung mit der Bitte, daß alle möglichst Sorge dafür tragen.
"""
    ((label, words),) = turns_of(text)
    assert label == "Vors."
    assert "Olan" not in words
    assert words.endswith("Sorge dafür tragen.")


def test_a_heading_above_the_next_label_where_the_page_breaks_off() -> None:
    text = """برنامج الميناء

عماد الطرش: أهلاً ومرحباً بكم إلى هذا اللقاء مع رئيس الميناء، أهلاً بك إلى هذا الحوار.

سيف بحري: شكراً وأهلاً بك.

الميناء والمدينة

عماد الطرش: بعد الذي حصل هل تعتقد أن الجسر سيُفتح هذا العام؟

سيف بحري: كلا، يحتاج الجسر إلى وقت، وطلبت فوراً من المهندس أن يعمل.

عماد الطرش: كيف عملتم على ذلك؟

سيف بحري: لم أجد أي تضارب م
"""
    assert turns_of(text)[1] == ("سيف بحري", "شكراً وأهلاً بك.")


HOUSE = (
    "PARLIAMENT OF TARN Thursday, 6 May 2031 Parliament met at 11.34 a.m. in Parliament House PRAYERS (The Speaker, Ms Ana Velt, "
    "in the Chair.) COMMUNICATION FROM THE CHAIR THE SPEAKER: Honourable members, I welcome you to this sitting. I do apologise "
    "for the late start. We shall look at the list next time. STATEMENT ON THE STATUS OF THE HARBOUR AND BUILDINGS IN TARN THE "
    "SPEAKER: Is the Minister of Ports here? The minister is not here. MOTION THAT THE HOUSE RESOLVES ITSELF INTO A COMMITTEE THE "
    "SPEAKER: Are you ready with any of your businesses? 11.38 MS AGNES OLAN (TP, Woman Representative, Hull): Madam Chairperson, "
    "in three minutes, I can be ready. 11.38 THE CHAIRPERSON, COMMITTEE ON PIERS (Mr Bo Marsh): Madam Speaker, we are ready to "
    "proceed with Item 7. THE SPEAKER: I want to give you the floor."
)


def test_headings_and_times_that_were_run_in_before_labels() -> None:
    """In a record that lost its breaks, what stands in capitals before a label is a heading, and a clock is nobody's word."""
    said = turns_of(HOUSE)
    assert [label for label, _ in said] == [
        "THE SPEAKER", "THE SPEAKER", "THE SPEAKER", "MS AGNES OLAN (TP, Woman Representative, Hull)",
        "THE CHAIRPERSON, COMMITTEE ON PIERS (Mr Bo Marsh)", "THE SPEAKER",
    ]  # fmt: skip
    assert said[0][1].endswith("We shall look at the list next time.")
    assert said[2][1] == "Are you ready with any of your businesses?"
    assert said[3][1] == "Madam Chairperson, in three minutes, I can be ready."


def test_cells_behind_a_colon() -> None:
    text = """Moderator: | Sehr geehrte Frau Vesk, wir begrüßen Sie herzlich zu unserem Chat. |
---|---|
AnaVesk: | Dankeschön! |
Moderator: | Kommen wir zur ersten Frage. |
PeterMarn: | Was qualifiziert Sie für den Ausschuss? |
AnaVesk: | Ich habe immer im Hafen gearbeitet, und ich kenne alle Kräne. |
PeterMarn: | Was macht der Ausschuss im Moment? |
AnaVesk: | Er wartet auf den Haushalt. |
"""
    said = turns_of(text)
    assert said[0] == ("Moderator", "Sehr geehrte Frau Vesk, wir begrüßen Sie herzlich zu unserem Chat.")
    assert said[1] == ("AnaVesk", "Dankeschön!")
    assert len(said) == 7


def test_a_sentence_that_a_page_broke_in_two_is_no_pull_quote() -> None:
    broken = "highest court of the land has found to have violated the Constitution. [Interjections.]"
    again = "Actually, the highest court of the land has found him to have violated the Constitution. [Interjections.]"
    text = f"""The SPEAKER: Hon members, the only item today is Questions.

Mr G OLAN: Madam Speaker, I rise on a point of order: Once more, we are called upon in this House to be addressed by a person who the

{broken}

The SPEAKER: Hon member, please take your seat.

Mr G OLAN: Why is he here? {again}

The SPEAKER: Hon member, you are out of order.
"""
    assert turns_of(text)[1][1].endswith(broken)


def test_a_name_that_goes_on_behind_a_comma_is_no_label() -> None:
    text = """Am Dienstag war
Ana Vesk
,
Bürgermeisterin von Tarn
,
zu Gast im Chat am Hafen. Sie beantwortete Fragen zum Kran und
zu den Wahlen, die bald anstehen, und zu vielem mehr.

Moderator: Herzlich willkommen! Können wir beginnen?

Ana Vesk: Natürlich können wir beginnen! Ich freue mich auf den
Chat, und hier war bis eben gutes Wetter.

Moderator: Das ist schön zu hören, und nun zur ersten Frage, die
uns erreicht hat: Steht der Kran noch?

Ana Vesk: Er steht noch. Es ist schon notwendig, dass man ihn
bald wieder benutzt, und ich bin dafür.

Moderator: Wem gehört der Hafen?

Ana Vesk: Uns allen, wenn Sie mich fragen.
"""
    assert [label for label, _ in turns_of(text)] == ["Moderator", "Ana Vesk"] * 3


#: The first words of a talk in languages whose words are hardly known: one label, which the page vouches for.
OPENINGS = {
    "a voice in capitals and a full stop": (
        """ЗАСІДАННЯ ДРУГЕ

Зала ради міста Тарн

4 травня, 10 година

     ГОЛОВА. Доброго ранку, шановні колеги.  Прошу займати місця і
підготуватися до реєстрації. Будь ласка, зареєструйтеся, бо порт чекати не буде.
""",
        ["ГОЛОВА"],
    ),
    "an abbreviated office before a name in capitals": (
        """ПРЕСКОНФЕРЕНЦИЯ
НА ПРЕДСЕДАТЕЛЯ НА СЪВЕТА В ТАРН

(Тарн, 4.05, 14,00 ч.)

ПРЕДС. ИВО МАРЕВ: Добър ден!

Уважаеми колеги, благодаря ви за идването. Предложих тази среща заради пристанището.
""",
        ["ПРЕДС. ИВО МАРЕВ"],
    ),
    "a name and an office in brackets below a compound": (
        """港湾大臣会見記録(5月4日)

冒頭発言

【樽野大臣】本日、港の会議が長くありましたので、この時間になりました。私からは二点申し上げたいと思います。
 第一点目は、桟橋の修理についてであります。
""",
        ["樽野大臣"],
    ),
    "a surname below what announces the talk, with the full name above": (
        """Ana Vesk im Gespräch mit Bo Marner | 4. Mai

Die Bürgermeisterin von Tarn sagte, der Hafen habe kein Geld verloren.

Das Interview in voller Länge:

Marner: Es ist ein Tag der Schiffe in Tarn. Am Nachmittag will der Rat seine Liste für den Hafen bekanntgeben.
""",
        ["Marner"],
    ),
    "a surname that no announcement gives in full": (
        """Ana Vesk im Gespräch über den Hafen

Die Bürgermeisterin von Tarn sagte, der Hafen habe kein Geld verloren.

Das Interview in voller Länge:

Ort: Es ist das alte Haus der Schiffe in Tarn, gleich hinter der Mole. Am Nachmittag tagt dort der Rat und nicht selten der Chor.
""",
        [],
    ),
    "a voice in capitals that no page announces": (
        """Пам'ятка для гостей порту

Хто є хто на причалі

     ГОЛОВА. Стоїть на чолі ради порту, обирається на два роки і підписує
накази. Приймає гостей у середу, від ранку до вечора.
""",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OPENINGS.values(), ids=OPENINGS)
def test_the_first_words_of_a_talk(text: str, expected: list[str]) -> None:
    assert [label for label, _ in turns_of(text)] == expected


def test_a_bracket_at_the_end_of_most_turns_that_was_opened_there() -> None:
    text = """ANA VESK (Tarn) - Sayın Başkan, liman kapalı, kimse giremiyor. (Oylama sürdü)

BAŞKAN - Lütfen oturun, sayın üyeler, oylama sürüyor. (Oylama sürdü)

BO MARN (Hafen) - Sayın Başkan, vinç de boş duruyor. (Oylama sürdü)

BAŞKAN - Süreniz doldu, teşekkür ederim. (Oylama sürdü)

ANA VESK (Tarn) - Bir dakika daha istiyorum. Bravo size(!)
"""
    assert [said[-1] for _, said in turns_of(text)] == [")"] * 5
