"""Documents with names in front of colons in which nobody speaks to anybody, and the talks that look like them."""

from __future__ import annotations

import re

import pytest

import quotedb


def labels(text: str) -> list[str]:
    return [u.label or "" for u in quotedb.parse(text) if u.kind == "turn"]


REVIEWS = """Reviews of the Brenlow kettle

Anna K.: Great kettle, boils in two minutes. I would buy it again.

Peter M.: The lid broke after a month and nobody answered my mails.

Milo T.: I love the colour. My mother has ordered one too.

Hanna B.: Not worth the money, to be honest. The handle gets hot.

Edda F.: Nice to look at. I clean it once a week.
"""
LETTERS = """What our readers think

Marit Lang, Sker Head: They built it in eight months, and now they need a year. I do not understand it.

Tom Aske, Port Ellis: The boat is nicer anyway. I hope that it stays.

Clara Deane, Mill Street: My shop lives on the traffic. Who pays for my rent until then?

Peter Marl, Port Ellis: A tunnel would be better. I have said so since the flood.
"""
SAYINGS = """Things our teachers never tired of saying

Miss Harrow: Sit up, the chair is not a hammock.

Mr. Dunn: A map is a letter from somebody who walked there first. I kept mine.

Mrs. Pell: You may leave when the bell rings.

Mr. Okafor: Show me how you got there.

Miss Lind: Nobody ever drowned in ink.
"""
ONCE_EACH = """Statements after the vote

Lena Marsh: Good evening, everybody. I voted for the bridge.

Piers Odell: I voted against it, and I would again.

Mara Quint: Madam Mayor, my street has waited for years.

Iven Sorrow: With respect to Piers, I have to disagree.

Tess Arle: We all want it, I think.
"""
MINUTES = """Notes of the council

Finch: Reported on the playing field. The grass has been cut twice.
Stowe: Asked whether the swings were safe.
Clerk: Explained that an inspection was due in May.
Finch: Proposed a fence for 900. Agreed.
Dray: Complained about the roof of the bus shelter. It leaks.
Harl: Thanked the council for its letter. Offered to mend the roof himself.
Chair: Declined, because of the insurance.
Dray: Proposed to have the roof repaired before winter. Agreed.
Marl: Declared an interest and left the room.
Stowe: Spoke against the car park in Sand Lane. Nobody disagreed.
Clerk: Was asked to write to the district by Friday.
Finch: Raised the matter of the hedge. Deferred to April.
Chair: Closed the meeting at nine and wished everybody a safe way home.
"""
CHANGES = """* Marit Lang: Read the wind sensor every ten seconds. It was every minute before.
* Theo Banks: Draw the map faster. Fixes #88.
* Marit Lang: Keep data when the line is down. We lost two days in May.
* Ola Marshall: Add tests for the rain bucket. They fail on some machines.
* Theo Banks: Make the tests pass on all machines. Sorry.
* Marit Lang: Write a warning when gusts pass 28 m/s.
* Ola Marshall: Update the manual. You can now read it on a phone.
* Marit Lang: Revert "Rename bucket to gauge". It broke the station.
* Ola Marshall: Explain in the manual why it is a bucket.
* Theo Banks: Release 2.4. Thank you all.
"""
SHIPS = """Arrivals and departures

MV Holm: Arrived 06:10 from Brandholm with timber. Leaves at noon.
MV Sker: Delayed. Expected after four.
MV Curlew: In dock for repairs until Friday.
MV Holm: Departed 12:05 for Port Ellis, eleven passengers.
MV Sker: Arrived 16:40. The captain blames the fog.
MV Petrel: Anchored in the roads. Waits for a pilot.
MV Curlew: Still in dock.
MV Holm: Arrived 17:50 from Port Ellis, empty.
MV Petrel: Pilot on board at 18:20.
MV Sker: Departed 19:00. Will not run tomorrow.
"""
MUSEUM = """Gallery 3

1. Odile Marrow: Storm at Sker Head. Oil on canvas, 1843. The painter stood tied to a mast, or so she told people.
2. Jonas Torvald: Harbour at night. Oil on wood, 1871. You can see the lamp of the lighthouse on the left.
3. Odile Marrow: The widow. Charcoal, about 1850. We do not know who she was.
4. Unknown: Seal hunters. Ink, 1790. Gift of the Harl family.
5. Miriam Holt: Fog. Oil on canvas, 1922. Look for the second boat.
6. Jonas Torvald: Self-portrait with gull. Oil on canvas, 1880.
7. Odile Marrow: Wreck of the Perseverance. Oil on canvas, 1842. Why is there no wind in the sails?
8. Miriam Holt: Low tide. Pencil, 1930. Bought with the help of our friends.
"""
FORUM = """Topic: Ferry with a dog

seagull99
Posts: 12
Joined: May 2019
Does anybody know whether dogs may travel on the ferry?

ferryfan
Posts: 1,204
Joined: Jan 2011
Yes, on deck, with a lead. I do it every week.

seagull99
Posts: 13
Joined: May 2019
Thank you! And in winter?

old_salt
Posts: 88
Joined: Aug 2015
In winter they let you into the saloon if the dog is dry.

ferryfan
Posts: 1,205
Joined: Jan 2011
My dog has never been dry.
"""
PODCASTS = """New this week

The Keeper: Mira Kell reads letters that were never sent. I cried twice.
Low Tide: Two brothers, one boat, no plan. You will laugh.
Cold Cases of Sker: Who took the bell? We still do not know.
Ask the Bank: Your money, their answers.
The Keeper, bonus: The letter with the lock of hair.
Gull Talk: An hour about gulls. Do you need more?
"""
LETTERS_SIGNED = """Letters

I do not understand it. They built it in eight months.

Marit Lang
Sker Head

My shop lives on the traffic. Who pays for my rent?

Bo Marsh
Port Ellis

I fed them for years and I will go on feeding them.

Marit Lang
Sker Head

Have you seen the new boat? I have.

Bo Marsh
Port Ellis

We like it. Do you?

Marit Lang
Sker Head

I do not.

Bo Marsh
Port Ellis
"""
SIGNED_RIGHT_BELOW = """I waited on the landing till the lamp was low.
Marit Lang

You told me you were coming. Did you lie?
Bo Marsh

We have no silver, I have a comb.
Marit Lang

I read it to the river. Who heard?
Bo Marsh
"""
ADVERTISEMENTS = """Lost: One glove, red. My grandmother knitted it. Have you seen it?

Wanted: Goat, friendly. We have a meadow.

Lost: Cat, grey, answers to Admiral. We miss him.

Wanted: Somebody who can repair clocks. I pay well, if you come.

Lost: My patience. Who has it?
"""
ABOVE_ITS_WORDS = """Marit Lang
I waited on the landing till the lamp was low.

Bo Marsh
You told me you were coming. Did you lie?

Marit Lang
I have no silver. You know that.

Bo Marsh
I read it to the river. Who heard?
"""
WITHOUT_I = """Meeting of the workshop

Jonas: The pump stands still. What happened?
Marta: The valve is stuck again. The new one comes on Friday.
Jonas: Friday is late. Is there no spare?
Marta: There is one in the cellar. It leaks.
Jonas: A leak is better than nothing. The tank is full until noon.
Marta: Noon is enough. The cellar key hangs by the door.
Jonas: Good. Then the small pump runs until Friday.
Marta: Agreed.
"""
AGENDA = """Agenda of the railway

4. Report of the treasurer: Jens Torvald (10 minutes)
Paper A: Accounts to the end of May
Paper B: Quotes for new sleepers
5. Locomotives: Mo Ellery (15 minutes)
Question: Do we repair No. 7 or sell it?
Proposal: Repair, with the money of the legacy
6. Volunteers: Carol Dent (10 minutes)
Question: How do we find guards for Sundays?
Proposal: A day for families in August
7. Summer timetable: Bo Lindqvist (10 minutes)
Proposal: Four trains instead of five
"""
FAQ = "The new bins\n\n" + "\n".join(
    f"Q: {question}\nA: {answer}"
    for question, answer in (
        ("When do the bins come?", "The blue ones in April. The green ones follow."),
        ("What does it cost?", "The first bin of each colour is free."),
        ("How do I get another?", "Call the office. You will have it within two weeks."),
        ("Who decides all this?", "The board of the three valleys."),
    )
)
FAQ_IN_WORDS = FAQ.replace("Q:", "Question:").replace("A:", "Answer:")
FAQ_OF_A_SHOP = "Orders\n\n" + "\n\n".join(
    f"Q. {question}\n\nA. {answer}"
    for question, answer in (
        ("Can I change my order?", "Yes, until it has been packed."),
        ("Where is my parcel?", "We send a number by mail. Type it in, please."),
        ("What if it is broken?", "Send us a picture, and we send a new one."),
    )
)
INTERVIEW = "The keeper of the light\n\n" + "\n".join(
    f"Q: {question}\nA: {answer}"
    for question, answer in (
        ("When did the lamp go out?", "At four in the morning. I was asleep."),
        ("What happened then?", "The fog bell rang."),
        ("Was anybody hurt?", "Nobody. The boats were all in."),
        ("And the lamp?", "Mended with a spoon."),
    )
)
LETTERS_ANSWERED = """Ask Aunt Petra

Worried in Wendham: My neighbour feeds the gulls, and now they wait on my roof. I have asked him twice.

Dear Worried, gulls have long memories. Bring him a cake.

Lonely at Sea: When I come home, my friends have no time for me. You must help me!

Dear Lonely, tell them your dates in advance.

Confused Cook: My bread does not rise. Will you tell me why?

Dear Confused, change the yeast.

Cold in Tarn: The window of my office does not close. The caretaker says that it does.

Dear Cold, bring a candle and show him.
"""
DEAR_FRIENDS = """Ana Velt: Good evening. I am glad that you came.

Bo Olane: I thank you. We have come a long way.

Dear friends, the river is our home.

Ana Velt: Dear Bo, I could not agree more. Will you stay?

Bo Olane: I will.
"""
STORY = (
    "The council of Tern met on Monday. It spoke about water, and about the price of bread, which has risen twice.\n\n"
)
HEADLINES = (
    "Ana Velt: ‘We Will Not Pay’ For Another Bridge Over Tern River\n\n"
    + STORY * 2
    + "Related\n\nAna Velt: I’m Not Much Of A Sailor Compared With Olane\n"
)
STORIES = (
    "More From Tern\n\nAna Velt: Who Will Save My Old River?\n\nBo Olane: We Told You This Would Happen\n\n" + STORY
)
PARTS_OF_A_STORY = """Bold ideas from those who lost

Two of them have ideas that you and I should keep.

Ana Velt: Cheap loans. Who needs one? You do, and I do. Some ideas do come to pass, and Ana Velt's plan for the banks may be one.

Bo Olane: Wages. My own first wage was two crowns. Bo Olane wants three, and he may be right about that.
"""
TWO_WINNERS = """Prizes of the year

Gerda Sund: "I never won anything before." We all laughed when Gerda Sund took the cup home in a bucket.

Piers Odell: The second prize. My neighbours know that Piers Odell builds boats that float, and you should see them.
"""
PEOPLE_TO_WATCH = """People to watch this year

Cara Lindt: Nobody knows the river as you will know it after ten minutes with her. Last year Lindt mapped the mouth of it.

Dan Stell: If you have eaten in Tern, you have eaten here. At night Stell writes songs about fish.

Elsa Wind: You may have heard the organ in our church. Before that, Wind played in three bands.
"""
INTRODUCED = """Mira Kell: This is Mira Kell with the evening talk. I have a guest. Who are you?

Tobias Crane: My name is Tobias Crane and I write about letters.

Mira Kell: You have found a new one, I hear?

Tobias Crane: I have.
"""
CAPITALS = """MIRA KELL: WE ARE LIVE FROM THE HARBOUR. WHAT DO YOU SEE?

TOBIAS CRANE: I SEE WATER EVERYWHERE.

MIRA KELL: ARE THE BOATS SAFE?

TOBIAS CRANE: I THINK SO.
"""
GLUED = """The keeper speaks

QYou kept the lamp for thirty years. Why?

A: I liked the quiet.

QWhat happened in the great storm?

A: I was asleep, to be honest.

QWould you do it again?

A: Yes, I would.
"""
WITHOUT_ANY_I = """Ana Velt: The lamps are lit at six.

Bo Olane: The watch is too long.

Ana Velt: Then the watch is cut.

Bo Olane: The owners complain.
"""
LONG_THEN_SHORT = """ANA VELT, HOST: Do we have a deal?

BO OLANE, PRESS SECRETARY: Ana, we have a text.

VELT: Is he wrong?

OLANE: He is right about the pier.
"""

NOBODY = {
    "reviews": REVIEWS,
    "letters to the editor": LETTERS,
    "a list of sayings": SAYINGS,
    "minutes with names in front": MINUTES,
    "changes with their authors": CHANGES,
    "ships": SHIPS,
    "names below their letters": LETTERS_SIGNED,
    "names right below a poem": SIGNED_RIGHT_BELOW,
    "names and offices below what is quoted": LETTERS_SIGNED.replace("Marit Lang\n", "Marit Lang, keeper\n"),
    "small advertisements": ADVERTISEMENTS,
    "small advertisements in bold": re.sub(r"(?m)^(\w+):", r"**\1:**", ADVERTISEMENTS),
    "things for sale": ADVERTISEMENTS.replace("Lost", "For sale"),
    "a rating in stars": "\n\n".join(
        f"{'★' * n} {who}\nI like my kettle. Do you?" for n, who in enumerate(("Ana", "Bo", "Ana", "Bo"), 2)
    ),
    "who reviewed": "\n\n".join(
        f"Review by {who}\nI like my kettle. Do you?" for who in ("Ana Velt", "Bo Olane", "Ana Velt", "Bo Olane")
    ),
    "pictures in a museum": MUSEUM,
    "podcasts of the week": PODCASTS,
    "posts of a forum": FORUM,
    "posts of a forum, another field": FORUM.replace("Joined", "Sailing since"),
    "posts of a forum, boats": FORUM.replace("Joined: May 2019", "Harbour: Holm, north pier").replace(
        "Joined", "Harbour"
    ),
    "an agenda": AGENDA,
    "an agenda with numbers and brackets": AGENDA.replace("Paper", "Annex").replace(". ", ") "),
    "an agenda in other words": AGENDA.replace("Question", "Comment").replace("Proposal", "Motion A"),
    "questions that an outlet asks itself": FAQ,
    "questions and answers in words": FAQ_IN_WORDS,
    "questions of a shop": FAQ_OF_A_SHOP,
    "a headline and another below the story": HEADLINES,
    "titles of other stories": STORIES,
    "a headline in quotation marks": HEADLINES.replace("I’m Not Much", "‘I’m Not Much").replace("Olane\n", "Olane’\n"),
    "parts of a story": PARTS_OF_A_STORY,
    "parts of a story, in bold": re.sub(r"(?m)^(\w+ \w+):", r"**\1:**", PARTS_OF_A_STORY),
    "two winners": TWO_WINNERS,
    "people to watch": PEOPLE_TO_WATCH,
    "people to watch, in bold": re.sub(r"(?m)^(\w+ \w+):", r"**\1:**", PEOPLE_TO_WATCH),
    "letters with answers": LETTERS_ANSWERED,
    "letters with answers, a colon": LETTERS_ANSWERED.replace("ed, ", "ed: ").replace("ly, ", "ly: "),
}
SOMEBODY = {
    "everybody speaks once, to those in the room": (ONCE_EACH, 5),
    "a meeting in which nobody says I, but people ask": (WITHOUT_I, 8),
    "an interview about facts, in which somebody says I": (INTERVIEW, 8),
    "the same words as a transcript": ("Transcript\n\n" + FAQ, 8),
    "people who introduce themselves": (INTRODUCED, 4),
    "a talk in capitals": (CAPITALS, 4),
    "questions that lost their space": (GLUED, 6),
    "questions that lost their space, and a full stop": (GLUED.replace("A:", "A."), 6),
    "questions that lost their space, in a long story": (STORY * 3 + GLUED, 6),
    "one word that begins with Q": (
        GLUED.replace("QWhat", "Q: What").replace("QYou", "Q: You").replace("QWould", "QED. Would"),
        5,
    ),
    "one who is asked by the room": (
        "QUESTION: Why now?\n\nWe had to.\n\nQUESTION: Will you stay?\n\nI will.\n\nQUESTION: Do I know you?\n",
        3,
    ),
    "names above their words": (ABOVE_ITS_WORDS, 4),
    "two who speak for their offices": (
        "Talks\n\nPresident Ana Velt: We have much to do.\n\nMinister Bo Olane: My people are ready.\n",
        2,
    ),
    "one who looks for what was lost": (INTRODUCED.replace("Tobias Crane:", "Lost:"), 4),
    "dear friends": (DEAR_FRIENDS, 4),
    # two or three who take turns answer each other, whatever they say
    "a short talk without I": (WITHOUT_ANY_I, 4),
    "long labels, then short ones": (LONG_THEN_SHORT, 4),
    "a seat behind the name, an office before it": (
        LONG_THEN_SHORT.replace("ANA VELT, HOST", "Ana Velt (Tarn)")
        .replace("BO OLANE, PRESS SECRETARY", "The Minister for Fish (Bo Olane)")
        .replace("\nVELT", "\nAna Velt")
        .replace("\nOLANE", "\nBo Olane"),
        4,
    ),
    # two letters to an editor look the same, but two statements are what summits give
    "two statements": (
        (
            "Ana Velt: The keepers will win their long fight against the storms.\n\n"
            "Bo Olane: We shall stand by them, and the oil shall not run out.\n"
        ),
        2,
    ),
    "reporters who introduce themselves": (
        (
            "ANA VELT: Ana Velt from the Tern Times. Mr. Chairman, why now?\n\nCHAIRMAN OLANE: I gave the reasons in June.\n\n"
            "IDA MARSH: Ida Marsh with Holm Radio. Will it last?\n\nCHAIRMAN OLANE: I do not expect so.\n"
        ),
        4,
    ),
    "short words with many capitals": (
        (
            "Präsidentin Velt: Das Wort hat Frau Kollegin Marsh.\n\nIda Marsh: Danke, Frau Präsidentin. Ich frage den Minister.\n\n"
            "Präsidentin Velt: Zur Antwort Herr Minister Olane.\n\nBo Olane: Ich antworte gern.\n"
        ),
        4,
    ),
    "one word each, but interpreted": (
        "Velt (as interpreted): The lamps are lit.\n\nOlane: The oil is dear.\n\nVelt (as interpreted): So it is.\n",
        3,
    ),
}


@pytest.mark.parametrize("name", NOBODY)
def test_nobody_speaks(name: str) -> None:
    """Names and words in front of colons, and nobody to whom anything is said."""
    assert labels(NOBODY[name]) == []


@pytest.mark.parametrize("name", SOMEBODY)
def test_what_looks_like_it_and_is_a_talk(name: str) -> None:
    """The traps: a talk keeps its turns although each rule could have taken it for a list."""
    text, turns = SOMEBODY[name]
    assert len({u.passage for u in quotedb.parse(text) if u.kind == "turn"}) == turns
