"""Records whose lines were run together: the numbers of their lines, heads and page numbers stand between the words, each with a trap."""

# ruff: noqa: E501, ISC004 - a printed document is easier to read when its lines are not broken

from __future__ import annotations

import pytest

from conftest import turns_of

Turns = list[tuple[str | None, str]]


#: Lines of a deposition that were run together: nothing but the numbers that count them is left of its lines.
NUMBERS_RUN_IN = {
    "an inquiry, over the end of a page": (
        "1 Monday, 3 June 2031 2 (9.30 am) 3 MS VELT: Good morning, Chair. 4 THE CHAIR: Good morning. 5 MS VELT: We hear from Mr Olane today, of whom 6 we spoke last week. "
        "7 THE CHAIR: Very well. 8 BO MARTIN OLANE (sworn) 9 Questioned by MS VELT 10 MS VELT: Would you state your name, please? 11 A. Bo Olane. 12 Q. You wrote two letters to the harbour 13 board, I believe, one of them on the 4th of May. "
        "14 A. I did. 15 Q. Is the second one yours as well? 1 1 A. It is. My wife typed it, though, and I only put 2 my name below it. 3 Q. Thank you. 4 A. You are welcome.\n",
        [
            ("MS VELT", "Good morning, Chair."),
            ("THE CHAIR", "Good morning."),
            ("MS VELT", "We hear from Mr Olane today, of whom we spoke last week."),
            ("THE CHAIR", "Very well."),
            ("MS VELT", "Would you state your name, please?"),
            ("A", "Bo Olane."),
            ("Q", "You wrote two letters to the harbour board, I believe, one of them on the 4th of May."),
            ("A", "I did."),
            ("Q", "Is the second one yours as well?"),
            ("A", "It is. My wife typed it, though, and I only put my name below it."),
            ("Q", "Thank you."),
            ("A", "You are welcome."),
        ],
    ),
    "a trial, where a page begins in mid-sentence": (
        "1 THE COURT: Are we ready for the witness, Mr. Marsh, or do 2 you need another minute? 3 MR. MARSH: We are ready, your Honor. 4 THE COURT: Then bring her in. 5 Q. Ms. Olin, did you see the boat leave the 6 harbour? "
        "7 A. I saw its lamp. 8 Q. Only the lamp? 9 A. It was night. 10 Q. How far off was it? 11 A. As far as the mole, or a little less. I could 12 not swear to it. 13 MR. MARSH: No more questions.\n",
        [
            ("THE COURT", "Are we ready for the witness, Mr. Marsh, or do you need another minute?"),
            ("MR. MARSH", "We are ready, your Honor."),
            ("THE COURT", "Then bring her in."),
            ("Q", "Ms. Olin, did you see the boat leave the harbour?"),
            ("A", "I saw its lamp."),
            ("Q", "Only the lamp?"),
            ("A", "It was night."),
            ("Q", "How far off was it?"),
            ("A", "As far as the mole, or a little less. I could not swear to it."),
            ("MR. MARSH", "No more questions."),
        ],
    ),
    "figures that count up inside somebody's words are said": (
        "Children's hour\n\nAna Velt: Shall we count the boats? Good. I see 1 boat with 2 sails and 3 men, 4 gulls above it, 5 ropes, 6 nets, 7 crates of fish, 8 boys on the mole, 9 baskets, 10 lamps, "
        "11 dogs and 12 cats, and I see 13 more who only came to look at us, and then there is the whole of the harbour behind them, where nobody ever counted anything at all because it was too far to walk and too cold to stay.\n\n"
        "Bo Olane: You forgot the harbour master.\n\nAna Velt: I did not see him.\n\nBo Olane: He saw you.\n",
        [
            (
                "Ana Velt",
                "Shall we count the boats? Good. I see 1 boat with 2 sails and 3 men, 4 gulls above it, 5 ropes, 6 nets, 7 crates of fish, 8 boys on the mole, 9 baskets, 10 lamps, "
                "11 dogs and 12 cats, and I see 13 more who only came to look at us, and then there is the whole of the harbour behind them, where nobody ever counted anything at all because it was too far to walk and too cold to stay.",
            ),
            ("Bo Olane", "You forgot the harbour master."),
            ("Ana Velt", "I did not see him."),
            ("Bo Olane", "He saw you."),
        ],
    ),
}

#: What a page prints on its edges stands before a label, where its line breaks were lost.
BEHIND_THE_PAGE = {
    "an exhibit's number": (
        "Hearing on the harbour dues\n\nThe Chair: Good evening. Who would like to begin?\n\nMs. Velt: I would, if I may, Chair.\n\n"
        "Exhibit 12 The Chair: Please go ahead, and keep it short.\n\nMs. Velt: I have only one question for you. Who paid for the wall?\n\n"
        "The Chair: The town did, as far as I know.\n\nMs. Velt: Thank you, Chair.",
        [
            ("The Chair", "Good evening. Who would like to begin?"),
            ("Ms. Velt", "I would, if I may, Chair."),
            ("The Chair", "Please go ahead, and keep it short."),
            ("Ms. Velt", "I have only one question for you. Who paid for the wall?"),
            ("The Chair", "The town did, as far as I know."),
            ("Ms. Velt", "Thank you, Chair."),
        ],
    ),
    "the mark of an archive, among letters that ask and answer": (
        "Tern Archive of Voices\n\n1 Interview with Sara Marsh, 4 May 2031\n\n"
        "2 Q: Good morning, Sara. A: Good morning. Q: It is lovely to see you. A: I am glad that you could come. Q: Where were you born? A: In Tern, above the sail loft. "
        "Q: Was it cold there? A: It was, but we had the stove, and I had four brothers. Q: Do you remember the flood? A: I do. I stood on the table.\n\n"
        "3 TERN ARCHIVE RG * A: And then my father came with the boat. Q: To the window? A: To the window. Q: What did he say? A: He said that I should bring the cat.\n",
        [
            ("Q", "Good morning, Sara."),
            ("A", "Good morning."),
            ("Q", "It is lovely to see you."),
            ("A", "I am glad that you could come."),
            ("Q", "Where were you born?"),
            ("A", "In Tern, above the sail loft."),
            ("Q", "Was it cold there?"),
            ("A", "It was, but we had the stove, and I had four brothers."),
            ("Q", "Do you remember the flood?"),
            ("A", "I do. I stood on the table."),
            ("A", "And then my father came with the boat."),
            ("Q", "To the window?"),
            ("A", "To the window."),
            ("Q", "What did he say?"),
            ("A", "He said that I should bring the cat."),
        ],
    ),
    "a vice chair is another than the chair": (
        "Hearing on the harbour dues\n\nThe Chair: Good evening. Who would like to begin?\n\nMs. Velt: I would, if I may, Chair.\n\n"
        "The Chair: Please go ahead.\n\nDeputy to The Chair: I have a point of order, if you allow.\n\nThe Chair: Not now.\n\nMs. Velt: Thank you, Chair.",
        [
            ("The Chair", "Good evening. Who would like to begin?"),
            ("Ms. Velt", "I would, if I may, Chair."),
            ("The Chair", "Please go ahead."),
            ("Deputy to The Chair", "I have a point of order, if you allow."),
            ("The Chair", "Not now."),
            ("Ms. Velt", "Thank you, Chair."),
        ],
    ),
}

#: A court's record without its line breaks: what stands before the first label is a bracket, or the number of a page.
OPENS_RUN_IN = {
    "a voice in capitals behind a bracket, and nobody twice": (
        "DAILY RECORD OF THE COURT OF TERN\n\nThis is what Sara Velt took down in shorthand. (The following was said in open court, and the jury was not there.) THE COURT: Okay. I have a motion here on the witness who "
        "moved away. Go ahead. MR. OLANE: Your Honor, what made us file it was a word of yours, which said, or did not say, that we had only one reason to read what he swore. I thought that we had more than one, and that "
        "we had made it clear. The mole was built in the year before he left, and he saw every stone of it, and he told us so, twice, before a notary, who is here today and would be glad to say so again.\n",
        [
            ("THE COURT", "Okay. I have a motion here on the witness who moved away. Go ahead."),
            (
                "MR. OLANE",
                "Your Honor, what made us file it was a word of yours, which said, or did not say, that we had only one reason to read what he swore. I thought that we had more than one, and that "
                "we had made it clear. The mole was built in the year before he left, and he saw every stone of it, and he told us so, twice, before a notary, who is here today and would be glad to say so again.",
            ),
        ],
    ),
    "a page's number before the first name": (
        "THE VOICES OF TERN, AN INTERVIEW WITH SARA MARSH, BY BO OLANE\n\n2 Bo Olane: This begins our talk with Sara Marsh in Tern, on the fourth of May. Sara Marsh: Thank you for coming so far. Bo Olane: Where were you born, if I may ask? "
        "SM: In Tern, above the sail loft, where it was always cold. BO: And your people? SM: Fishers, all of them. BO: Tell me of your father. SM: He had a boat, and he sold it. BO: What a year to sell a boat! SM: Yes. "
        "BO: Did you sail with him? SM: I did, as far as Hull and back, and once further.\n",
        [
            ("Bo Olane", "This begins our talk with Sara Marsh in Tern, on the fourth of May."),
            ("Sara Marsh", "Thank you for coming so far."),
            ("Bo Olane", "Where were you born, if I may ask?"),
            ("SM", "In Tern, above the sail loft, where it was always cold."),
            ("BO", "And your people?"),
            ("SM", "Fishers, all of them."),
            ("BO", "Tell me of your father."),
            ("SM", "He had a boat, and he sold it."),
            ("BO", "What a year to sell a boat!"),
            ("SM", "Yes."),
            ("BO", "Did you sail with him?"),
            ("SM", "I did, as far as Hull and back, and once further."),
        ],
    ),
    "a page of THE HARBOUR is no voice": (
        "The town has a paper, THE HARBOUR: it comes out in May and never again. Who reads it knows that 2 Bo Olane: a life is the best of its stories, and that the second, THE MOLE: what it cost us, is the longest. "
        "Nobody has read them all. The printer says that he has, but he was seen asleep over page nine, and the boy who carries it round the town cannot read at all, which he says is better for the back.\n",
        [],
    ),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(*case, id=name)
        for one in (NUMBERS_RUN_IN, BEHIND_THE_PAGE, OPENS_RUN_IN)
        for name, case in one.items()
    ],
)
def test_what_the_page_prints_between_the_words_is_nobodys(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected
