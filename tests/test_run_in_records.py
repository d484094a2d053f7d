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


#: Records whose lines have numbers, and names that explain their initials.
COUNTED_LINES = {
    "below the names of those who go to law, each line a paragraph": (
        "You are on page 1 of 60\n\nOfficial - Subject to Review\n\n1 IN THE HARBOUR COURT OF TERN\n\n2 - - - - - - - - - - - - - - - - - x\n\n3 ANA MARSH, :\n\n4 Petitioner :\n\n5 v. : No. 31-5618\n\n6 TERN HARBOUR. :\n\n7 - - - - - - - - - - - - - - - - - x\n\n8 Tern, Norland\n\n9 Tuesday, February 20, 2031\n\n10\n\n11 The above matter came on for oral\n\n12 argument before the Harbour Court\n\n13 at 11:19 a.m.\n\n14 APPEARANCES:\n\n15 BO OLANE, ESQ., Public Defender,\n\n16 Tern; on behalf of Petitioner.\n\n17\n\n18\n\nOlin Reporting Company\n\nOfficial - Subject to Review\n\n1 P R O C E E D I N G S\n\n2 [11:19 a.m.]\n\n3 CHIEF JUSTICE VELT: We'll hear argument\n\n4 next in 31-5618, Marsh versus Tern Harbour.\n\n5 Mr. Olane.\n\n6 ORAL ARGUMENT OF BO OLANE\n\n7 ON BEHALF OF PETITIONER\n\n8 MR. OLANE: Madam Chief Justice, and may it\n\n9 please the Court:\n\n10 The board's fee of 15 marks\n\n11 for each boat that lay at the mole in the\n\n12 winter was more than the law allows. It\n\n13 was never put to those who had to pay it.\n",
        [
            ("CHIEF JUSTICE VELT", "We'll hear argument next in 31-5618, Marsh versus Tern Harbour. Mr. Olane."),
            (
                "MR. OLANE",
                "Madam Chief Justice, and may it please the Court: The board's fee of 15 marks for each boat that lay at the mole in the winter was more than the law allows. It was never put to those who had to pay it.",
            ),
        ],
    ),
    "two names that open a tape, and the initials that they explain": (
        "Interview with Sara Salt Olin\n\nTranscription\n\n1 Interview with Sara Salt Olin June 21, 2031 Transcript of an Interview about Life on the Mole Tern (Norland) Interviewer: Mika S. Velt ID: tern119 Interview Number: 193 "
        "SUGGESTED CITATION Interview with Sara Salt Olin (tern119), interviewed by Mika S. Velt, Tern (Norland), June 21, 2031, Behind the Lamp: A Collection of the Harbour Library. It is the responsibility of the reader to ask for leave where it is needed.\n\n"
        "2 Olin 1 Sara Salt Olin interviewed by Mika Stace Velt, Tern, June 21, Transcribed by Greta Niu. tape 1: side A Mika Velt: okay um I guess we'll start out by, I'll ask you your name and how long have you been on this mole ma'am? Sara Olin: My name? MV: Yes SO: I am Sara S. Olin. "
        "MV: And how long have you lived in this harbour? SO: I have been in the harbour all my life\n",
        [
            (
                "Mika Velt",
                "okay um I guess we'll start out by, I'll ask you your name and how long have you been on this mole ma'am?",
            ),
            ("Sara Olin", "My name?"),
            ("MV", "Yes"),
            ("SO", "I am Sara S. Olin."),
            ("MV", "And how long have you lived in this harbour?"),
            ("SO", "I have been in the harbour all my life"),
        ],
    ),
    "captions on one line": (
        "English subtitles for clip: File:Evening on the Mole.webm\nJump to search\n"
        "1 00:00:01,534 --> 00:00:04,674 Ms Velt: Wow, that's a crowd. 2 00:00:04,671 --> 00:00:08,371 I hope everyone had a great weekend. 3 00:00:08,375 --> 00:00:09,075 Good afternoon. "
        "4 00:00:09,075 --> 00:00:11,515 Before I begin, I wanted to introduce the Director 5 00:00:11,511 --> 00:00:13,581 of the Office of Lamps and Oil, 6 00:00:13,580 --> 00:00:15,420 Bo Olane, to talk to you a bit about the "
        "7 00:00:15,415 --> 00:00:16,815 harbour's 12 lamps. 8 00:00:16,816 --> 00:00:21,356 So without any further ado, Director Olane. 9 00:00:30,930 --> 00:00:31,430 Director Olane: Thanks very much. "
        "10 00:00:31,431 --> 00:00:32,871 I want to talk for a few minutes about the oil 11 00:00:32,866 --> 00:00:35,706 that most of you pay for.\n",
        [
            (
                "Ms Velt",
                "Wow, that's a crowd. I hope everyone had a great weekend. Good afternoon. Before I begin, I wanted to introduce the Director of the Office of Lamps and Oil, Bo Olane, to talk to you a bit about the harbour's 12 lamps. So without any further ado, Director Olane.",
            ),
            (
                "Director Olane",
                "Thanks very much. I want to talk for a few minutes about the oil that most of you pay for.",
            ),
        ],
    ),
    "a time and a label before every sentence, on one line": (
        "[00:00:04] Speaker 01: Case number 14 at the harbour court, Marsh versus Tern. [00:00:10] Speaker 01: Ms. [00:00:10] Speaker 01: Velt for the harbour. [00:00:14] Speaker 06: Ms. [00:00:14] Speaker 04: Velt, good morning. "
        "[00:00:16] Speaker 04: With the court's permission, I'd like to keep two minutes for the end, as we said: two. [00:00:29] Speaker 04: In particular, I will speak of the lamp and of the failure to prove [00:00:33] Speaker 04: that anybody put it out. "
        "[00:01:05] Speaker 06: Can I ask you whether the lamp was lit at all that night?\n",
        [
            ("Speaker 01", "Case number 14 at the harbour court, Marsh versus Tern."),
            ("Speaker 01", "Ms."),
            ("Speaker 01", "Velt for the harbour."),
            ("Speaker 06", "Ms."),
            ("Speaker 04", "Velt, good morning."),
            ("Speaker 04", "With the court's permission, I'd like to keep two minutes for the end, as we said: two."),
            ("Speaker 04", "In particular, I will speak of the lamp and of the failure to prove"),
            ("Speaker 04", "that anybody put it out."),
            ("Speaker 06", "Can I ask you whether the lamp was lit at all that night?"),
        ],
    ),
    "rules round a talk that nobody goes to law in": (
        "An evening on the mole\n\n- - - - - - - - - - - -\nAna Velt: Who lit the lamp?\nBo Olane: I did, at six.\n- - - - - - - - - - - -\nAna Velt: And who put it out?\nBo Olane: Nobody did.\n",
        [
            ("Ana Velt", "Who lit the lamp?"),
            ("Bo Olane", "I did, at six."),
            ("Ana Velt", "And who put it out?"),
            ("Bo Olane", "Nobody did."),
        ],
    ),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(*case, id=name)
        for one in (NUMBERS_RUN_IN, BEHIND_THE_PAGE, OPENS_RUN_IN, COUNTED_LINES)
        for name, case in one.items()
    ],
)
def test_what_the_page_prints_between_the_words_is_nobodys(text: str, expected: Turns) -> None:
    assert turns_of(text) == expected
