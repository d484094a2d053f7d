"""Articles of many styles and topics, about invented people: what was said, and by whom."""

from __future__ import annotations

import pytest

from quotedb.parsing import analyse, parse

#: The words of each passage (its pieces joined by " / "), and who said them (several joined by " + ").
Said = list[tuple[str, str | None]]


def said(text: str) -> Said:
    passages: dict[int, tuple[list[str], tuple[str, ...]]] = {}
    for utterance in parse(text, form="article"):
        assert text[utterance.start_char : utterance.end_char] == utterance.text
        if utterance.kind == "indirect":
            continue  # tests/test_reported.py
        passages.setdefault(utterance.passage or 0, ([], utterance.speakers))[0].append(utterance.text)
    return [(" / ".join(pieces), " + ".join(names) or None) for pieces, names in passages.values()]


MARKS = [
    ("‘We are late,’ said Orla Finch, the harbour master. ‘Very late.’", [("We are late, / Very late.", "Orla Finch")]),
    ("'We are late,' said Orla Finch. 'It isn't our fault.'", [("We are late, / It isn't our fault.", "Orla Finch")]),
    ("'He told me \"never again\" and left,' Orla Finch said.", [('He told me "never again" and left,', "Orla Finch")]),
    ("‘He told me “never again” and left,’ Orla Finch said.", [("He told me “never again” and left,", "Orla Finch")]),
    ("Orla Finch said the plan was 'a waste of everyone's money'.", [("a waste of everyone's money", "Orla Finch")]),
    ("Orla Finch said the boys' club was ‘gone for good’.", [("gone for good", "Orla Finch")]),
    ("«We are late», said Orla Finch.", [("We are late", "Orla Finch")]),
    ("« We are late », said Orla Finch.", [("We are late", "Orla Finch")]),
    ("»We are late«, said Orla Finch.", [("We are late", "Orla Finch")]),
    ("„We are late“, said Orla Finch.", [("We are late", "Orla Finch")]),
    ("„We are late”, said Orla Finch.", [("We are late", "Orla Finch")]),
    (",,We are late'', said Orla Finch.", [("We are late", "Orla Finch")]),
    (",,We are late,'' said Orla Finch. ,,Very late.''", [("We are late, / Very late.", "Orla Finch")]),
    ("''We are late,'' said Orla Finch.", [("We are late,", "Orla Finch")]),
    ("``We are late,'' said Orla Finch. ``Very late.''", [("We are late, / Very late.", "Orla Finch")]),
    ('``We are late," said Orla Finch.', [("We are late,", "Orla Finch")]),
    ("“We are late,’’ said Orla Finch.", [("We are late,", "Orla Finch")]),
    ('“We are late," said Orla Finch.', [("We are late,", "Orla Finch")]),
    ("&quot;We are late,&quot; said Orla Finch.", [("We are late,", "Orla Finch")]),
    ("“We are late”, said Orla Finch, “very late”.", [("We are late / very late", "Orla Finch")]),
    ('"We are late" - said Orla Finch.', [("We are late", "Orla Finch")]),
    ("‘Why?’ asked Orla Finch.", [("Why?", "Orla Finch")]),
    ("Orla Finch described it as ‘hell on earth’.", [("hell on earth", "Orla Finch")]),
    ("‘’Twas late,’ said Orla Finch.", [("’Twas late,", "Orla Finch")]),
    (
        "“The sign read ‘No dogs’ and I laughed,” said Orla Finch.",
        [("The sign read ‘No dogs’ and I laughed,", "Orla Finch")],
    ),
]

WIRE = [
    (
        "PELHAM, June 3 (KQT) - The ferry sank in minutes, captain Idris Vane said. “There was no time,” he added.",
        [("There was no time,", "Idris Vane")],
    ),
    (
        "PELHAM (KQT) — “There was no time,” Captain Idris Vane told reporters on Monday.",
        [("There was no time,", "Idris Vane")],
    ),
    (
        "“There was no time,” the captain, Idris Vane, told the Pelham Echo newspaper.",
        [("There was no time,", "Idris Vane")],
    ),
    ("“There was no time,” Vane told the KQT news agency by phone from Pelham.", [("There was no time,", "Vane")]),
    (
        "Idris Vane was quoted by the Pelham Echo as saying: “There was no time.”",
        [("There was no time.", "Idris Vane")],
    ),
    ("“There was no time,” Idris Vane was quoted as saying by KQT.", [("There was no time,", "Idris Vane")]),
    ("“There was no time,” the Pelham Echo quoted Idris Vane as saying.", [("There was no time,", "Idris Vane")]),
    ("The Pelham Echo quoted Idris Vane as saying that “there was no time.”", [("there was no time.", "Idris Vane")]),
    ("“There was no time,” KQT cited Vane as saying.", [("There was no time,", "Vane")]),
    ("“There was no time,” Idris Vane said through a translator.", [("There was no time,", "Idris Vane")]),
    ("Speaking through an interpreter, Idris Vane said: “There was no time.”", [("There was no time.", "Idris Vane")]),
    ("Vane said via spokeswoman Lena Coburn that “there was no time.”", [("there was no time.", "Vane")]),
    (
        "“There was no time,” said a source familiar with the inquiry, who asked not to be named.",
        [("There was no time,", "a source familiar with the inquiry")],
    ),
    (
        "“There was no time,” said one official, speaking on condition of anonymity.",
        [("There was no time,", "one official")],
    ),
    (
        "“There was no time,” said the official, who was not authorised to speak to the press.",
        [("There was no time,", "the official")],
    ),
    (
        "A second survivor, who gave her name only as Ines, said: “There was no time.”",
        [("There was no time.", "a second survivor")],
    ),
    (
        "Asked whether he had warned the crew, Idris Vane said: “There was no time.”",
        [("There was no time.", "Idris Vane")],
    ),
    ("Asked if the crew had been warned, Vane replied, “There was no time.”", [("There was no time.", "Vane")]),
    (
        "When asked by a reporter why nobody called, Idris Vane shrugged. “There was no time,” he said.",
        [("There was no time,", "Idris Vane")],
    ),
    (
        "In a joint statement, Idris Vane and Lena Coburn said “there was no time.”",
        [("there was no time.", "Idris Vane + Lena Coburn")],
    ),
    (
        "“There was no time,” Idris Vane and Lena Coburn said in a joint statement.",
        [("There was no time,", "Idris Vane + Lena Coburn")],
    ),
    ("“There was no time,” according to Idris Vane, the captain.", [("There was no time,", "Idris Vane")]),
    ("According to the coastguard, the ship was “beyond help” by noon.", [("beyond help", "coastguard")]),
    ("Police said in a statement that the wreck was “a crime scene.”", [("a crime scene.", "Police")]),
    ("Residents say the smell is “unbearable.”", [("unbearable.", "Residents")]),
    ("Critics have called the ferry “a floating coffin.”", [("a floating coffin.", "Critics")]),
    ("Witnesses described “scenes of panic” on the quay.", [("scenes of panic", "Witnesses")]),
    (
        "The defence ministry said in a statement it had “no comment to make.”",
        [("no comment to make.", "defence ministry")],
    ),
]

PEOPLE = [
    (
        "Sir Alban Crewe chairs the trust. “It is a fine thing,” Sir Alban said.",
        [("It is a fine thing,", "Alban Crewe")],
    ),
    ("Dame Honor Lisle sang. “It is a fine thing,” said Dame Honor.", [("It is a fine thing,", "Honor Lisle")]),
    ("Lord Crewe was in Pelham. “It is a fine thing,” Lord Crewe said.", [("It is a fine thing,", "Crewe")]),
    (  # an office is nobody's name, so no pronoun means it
        "Ana Orlan left early. The First Minister of Vescaria, tired, sat down. “It is a fine thing,” she said.",
        [("It is a fine thing,", "Ana Orlan")],
    ),
    (
        "“It is a fine thing,” said the First Minister of Vescaria.",
        [("It is a fine thing,", "the First Minister of Vescaria")],
    ),
    ("Cllr. Ana Orlan chairs it. “It is a fine thing,” said Cllr. Orlan.", [("It is a fine thing,", "Ana Orlan")]),
    ("Councillor Ana Orlan sat. “It is a fine thing,” Councillor Orlan said.", [("It is a fine thing,", "Ana Orlan")]),
    # capitals make no name of an office; an abbreviated title does of the word behind it
    ("“It is a fine thing,” the Prime Minister said.", [("It is a fine thing,", "the Prime Minister")]),
    (
        "Prime Minister Ana Orlan sat down. “It is a fine thing,” the Prime Minister said.",
        [("It is a fine thing,", "Ana Orlan")],
    ),
    ("“It is a fine thing,” said the Rev. King.", [("It is a fine thing,", "King")]),
    (
        "Bishop of Tern Olaf Brand sang. “It is a fine thing,” said Brand.",
        [("It is a fine thing,", "Bishop of Tern Olaf Brand")],
    ),
    ("Judge Nora Feld sat alone. “It is a fine thing,” the judge said.", [("It is a fine thing,", "Nora Feld")]),
    ("Capt. Idris Vane arrived. “It is a fine thing,” Capt. Vane said.", [("It is a fine thing,", "Idris Vane")]),
    ("The Rev. Piers Lowe arrived. “It is a fine thing,” the Rev. Lowe said.", [("It is a fine thing,", "Piers Lowe")]),
    ("Prof. Asta Lund disagrees. “It is a fine thing,” Prof. Lund said.", [("It is a fine thing,", "Asta Lund")]),
    ("“It is a fine thing,” said Professor Asta Lund of Pelham University.", [("It is a fine thing,", "Asta Lund")]),
    ("“It is a fine thing,” said Dr Asta Lund, a geologist.", [("It is a fine thing,", "Asta Lund")]),
    ("Paul Crewe Jr. was there. “It is a fine thing,” Crewe said.", [("It is a fine thing,", "Paul Crewe Jr.")]),
    (
        "Maren and Jens Orlow run the mill. “It is a fine thing,” Maren Orlow said. “It is a bad thing,” said Jens Orlow.",
        [("It is a fine thing,", "Maren Orlow"), ("It is a bad thing,", "Jens Orlow")],
    ),
    (
        "Maren Orlow and her husband, Jens Orlow, run the mill. “It is a fine thing,” Maren said. “It is a bad thing,” Jens said.",
        [("It is a fine thing,", "Maren Orlow"), ("It is a bad thing,", "Jens Orlow")],
    ),
    (
        "Maren Orlow and her husband, Jens Orlow, run the mill. “It is a fine thing,” Mrs Orlow said.",
        [("It is a fine thing,", "Maren Orlow")],
    ),
    (
        "Min-jun Seo of the institute was calm. “It is a fine thing,” Seo said.",
        [("It is a fine thing,", "Min-jun Seo")],
    ),
    (
        "Seo Min-jun of the institute was calm. “It is a fine thing,” Seo said.",
        [("It is a fine thing,", "Seo Min-jun")],
    ),
    ("Liu Wenhao of the institute was calm. “It is a fine thing,” Liu said.", [("It is a fine thing,", "Liu Wenhao")]),
    (
        "Liu Wenhao came with Liu Meilin. “It is a fine thing,” Liu Meilin said.",
        [("It is a fine thing,", "Liu Meilin")],
    ),
    ("“It is a fine thing,” said Nagy Ferenc, the mayor.", [("It is a fine thing,", "Nagy Ferenc")]),
    ("Yusuf al-Harouni arrived. “It is a fine thing,” al-Harouni said.", [("It is a fine thing,", "Yusuf al-Harouni")]),
    (
        "Yusuf al-Harouni arrived. “It is a fine thing,” Mr al-Harouni said.",
        [("It is a fine thing,", "Yusuf al-Harouni")],
    ),
    (
        "Omar bin Khalfan arrived. “It is a fine thing,” bin Khalfan said.",
        [("It is a fine thing,", "Omar bin Khalfan")],
    ),
    (
        "Anke van den Broek arrived. “It is a fine thing,” Van den Broek said.",
        [("It is a fine thing,", "Anke van den Broek")],
    ),
    (
        "Anke van den Broek arrived. “It is a fine thing,” said van den Broek.",
        [("It is a fine thing,", "Anke van den Broek")],
    ),
    (
        "Anke van den Broek arrived. “It is a fine thing,” said Ms. van den Broek.",
        [("It is a fine thing,", "Anke van den Broek")],
    ),
    (
        "Lucía Prado Quintana arrived. “It is a fine thing,” Prado said.",
        [("It is a fine thing,", "Lucía Prado Quintana")],
    ),
    (
        "Lucía Prado Quintana arrived. “It is a fine thing,” Prado Quintana said.",
        [("It is a fine thing,", "Lucía Prado Quintana")],
    ),
    ("Birna Jónsdóttir arrived. “It is a fine thing,” Birna said.", [("It is a fine thing,", "Birna Jónsdóttir")]),
    ("J.R. Hollin arrived. “It is a fine thing,” Hollin said.", [("It is a fine thing,", "J.R. Hollin")]),
    ("J. R. Hollin arrived. “It is a fine thing,” Hollin said.", [("It is a fine thing,", "J. R. Hollin")]),
    ("Tove B. Hollin arrived. “It is a fine thing,” said Hollin.", [("It is a fine thing,", "Tove B. Hollin")]),
    ("The singer Zarra released an album. “It is a fine thing,” Zarra said.", [("It is a fine thing,", "Zarra")]),
    ("“It is a fine thing,” said Mary-Kate O’Dowd-Lisle.", [("It is a fine thing,", "Mary-Kate O’Dowd-Lisle")]),
    ("Siobhan McArdle arrived. “It is a fine thing,” McArdle said.", [("It is a fine thing,", "Siobhan McArdle")]),
    (
        "Rosa Tellini, 34, works at the mill. “It is a fine thing,” Rosa said.",
        [("It is a fine thing,", "Rosa Tellini")],
    ),
    ("“It is a fine thing,” said Rosa Tellini, 34, who works at the mill.", [("It is a fine thing,", "Rosa Tellini")]),
    ("“It is a fine thing,” said 34-year-old Rosa Tellini.", [("It is a fine thing,", "Rosa Tellini")]),
    ("“It is a fine thing,” said his mother, Rosa Tellini.", [("It is a fine thing,", "Rosa Tellini")]),
    ("“It is a fine thing,” said Tellini’s lawyer, Gus Farrow.", [("It is a fine thing,", "Gus Farrow")]),
    ("“It is a fine thing,” said the school’s principal, Gus Farrow.", [("It is a fine thing,", "Gus Farrow")]),
    ("“It is a fine thing,” her brother said.", [("It is a fine thing,", "her brother")]),
    ("“It is a fine thing,” said the victim’s mother.", [("It is a fine thing,", "the victim’s mother")]),
    ("“It is a fine thing,” said a woman in a red coat.", [("It is a fine thing,", "a woman")]),
    (
        "Gus Farrow met Rosa Tellini. “It is a fine thing,” he said. “It is a bad thing,” she said.",
        [("It is a fine thing,", "Gus Farrow"), ("It is a bad thing,", "Rosa Tellini")],
    ),
]

SPORT = [
    ("“We deserved more,” midfielder Pia Holm said after the match.", [("We deserved more,", "Pia Holm")]),
    ("“We deserved more,” said Harwell United manager Dov Brandt.", [("We deserved more,", "Dov Brandt")]),
    ("Holm, who scored twice, said: “We deserved more.”", [("We deserved more.", "Holm")]),
    (
        "Harwell coach Dov Brandt was furious. “We deserved more,” the 51-year-old said.",
        [("We deserved more,", "Dov Brandt")],
    ),
    ("“We deserved more,” says Brandt, grinning.", [("We deserved more,", "Brandt")]),
    ("“We deserved more,” Brandt told Match Hour.", [("We deserved more,", "Brandt")]),
    (
        "“We deserved more,” striker Pia Holm said of the draw. “They got lucky.”",
        [("We deserved more, / They got lucky.", "Pia Holm")],
    ),
    ("Brandt praised “a special group of players.”", [("a special group of players.", "Brandt")]),
    ("Brandt insisted his side had been “robbed”.", [("robbed", "Brandt")]),
    ("Pia “The Wall” Holm kept goal for Harwell.", []),
    ("The keeper, known as “the Wall”, kept goal.", []),
    ("They meet in the “Derby of the North” on Sunday.", []),
]

BUSINESS = [
    ("Tern Foods said in a statement that it “takes safety seriously.”", [("takes safety seriously.", "Tern Foods")]),
    ("“We take safety seriously,” Tern Foods said in a statement.", [("We take safety seriously,", "Tern Foods")]),
    (
        "“We take safety seriously,” a Tern Foods spokesperson said.",
        [("We take safety seriously,", "a Tern Foods spokesperson")],
    ),
    (
        "“We take safety seriously,” said a spokeswoman for Tern Foods.",
        [("We take safety seriously,", "a spokeswoman for Tern Foods")],
    ),
    (
        "“We take safety seriously,” Tern Foods CEO Ruth Galloway said on a call with analysts.",
        [("We take safety seriously,", "Ruth Galloway")],
    ),
    (
        "“We take safety seriously,” said Ruth Galloway, chief executive of Tern Foods.",
        [("We take safety seriously,", "Ruth Galloway")],
    ),
    ("Ruth Galloway, Tern’s chief executive, said the year was “not easy”.", [("not easy", "Ruth Galloway")]),
    (
        "Ruth Galloway is the chief executive of Tern Foods. “We take safety seriously,” the chief executive said.",
        [("We take safety seriously,", "Ruth Galloway")],
    ),
    (
        "Tern shares fell 4%. The company said it was “confident of a recovery”.",
        [("confident of a recovery", "company")],
    ),
    (
        "In a letter to shareholders, Galloway wrote: “We take safety seriously.”",
        [("We take safety seriously.", "Galloway")],
    ),
    ("Analysts at Brook Lane Capital wrote that the shares looked “cheap as chips”.", [("cheap as chips", "Analysts")]),
    ("The filing said the firm had “no further plans”.", [("no further plans", "the filing")]),
    ("The firm sells a drink called “Morning Light”.", []),
]

SCIENCE = [
    (
        "“It changes the textbooks,” said lead author Asta Lund, a geologist at Pelham University.",
        [("It changes the textbooks,", "Asta Lund")],
    ),
    (
        "“It changes the textbooks,” says co-author Liu Wenhao, who was not on the boat.",
        [("It changes the textbooks,", "Liu Wenhao")],
    ),
    (
        "The report said the ice was “thinner than at any time on record”.",
        [("thinner than at any time on record", "the report")],
    ),
    ("“The ice is thin,” the report said.", [("The ice is thin,", "the report")]),
    ("The authors write that the ice is “thinner than ever”.", [("thinner than ever", "the authors")]),
    ("The team calls the effect “ice memory”.", [("ice memory", "team")]),
    ("Scientists call this process “wet sliding”.", []),
    ("“This is exciting stuff,” Lund emails from the boat.", [("This is exciting stuff,", "Lund")]),
    ("The so-called “dark taxa” have no names.", []),
    ("The term “tipping point” comes from physics.", []),
    ("The word “ice” has four meanings here.", []),
]

COURT = [
    (
        "“You showed no mercy,” Judge Nora Feld told Karl Brock as she jailed him for nine years.",
        [("You showed no mercy,", "Nora Feld")],
    ),
    ("Sentencing Brock, Judge Nora Feld said: “You showed no mercy.”", [("You showed no mercy.", "Nora Feld")]),
    ("Prosecutor Ed Lyle told the court: “He showed no mercy.”", [("He showed no mercy.", "Ed Lyle")]),
    ("Brock told the jury that he was “in a dark place”.", [("in a dark place", "Brock")]),
    ("“He showed no mercy,” prosecutors wrote in a filing.", [("He showed no mercy,", "prosecutors")]),
    ("In court documents, prosecutors said Brock had been “armed and angry”.", [("armed and angry", "prosecutors")]),
    ("The indictment accuses Brock of “a campaign of fear”.", [("a campaign of fear", "the indictment")]),
    ("Brock, 44, of Mill Lane, pleaded “not guilty” on Monday.", [("not guilty", "Brock")]),
    ("The appeals court ruled that the search was “plainly unlawful.”", [("plainly unlawful.", "appeals court")]),
]

CULTURE = [
    ("Her novel “The Salt Year” won the prize.", []),
    ("“The Salt Year” is a novel about a lighthouse.", []),
    ("She starred in “Glass Harbour” and “Late Tide.”", []),
    ("On “Night Desk,” Ada Royle said the film was “a mess.”", [("a mess.", "Ada Royle")]),
    ("Ada Royle, who wrote “The Salt Year,” said: “I never plan.”", [("I never plan.", "Ada Royle")]),
    ("“I never plan,” said Ada Royle, author of “The Salt Year.”", [("I never plan,", "Ada Royle")]),
    ("“I never plan,” Royle says over tea in her kitchen.", [("I never plan,", "Royle")]),
    (
        "Ada Royle grew up by the sea. “I never plan,” she says, laughing. “I just begin.”",
        [("I never plan, / I just begin.", "Ada Royle")],
    ),
    ("The song, “Hold the Line,” reached number one.", []),
    ("The band’s single “Blue Paint” is out on Friday.", []),
    ("The museum will show “Portrait of a Miller” until May.", []),
    ("He sang “Hold the Line” twice.", []),
    ("The “experts” got it wrong again.", []),
    ("She is a “foodie” and a runner.", []),
    ("In the words of Ada Royle, it was “a beautiful mess.”", [("a beautiful mess.", "Ada Royle")]),
    ("Royle’s message was clear: “Begin anywhere.”", [("Begin anywhere.", "Royle")]),
    ("Her message was clear: “Begin anywhere.”", [("Begin anywhere.", None)]),
    ("Ada Royle spoke for an hour. Her message was clear: “Begin anywhere.”", [("Begin anywhere.", "Ada Royle")]),
    ("The critic’s verdict: “Begin anywhere else.”", [("Begin anywhere else.", "the critic")]),
    ("Royle’s reply? “Begin anywhere.”", [("Begin anywhere.", "Royle")]),
]

POSTS = [
    ("“Thank you all,” Mira Holt wrote on Chirper.", [("Thank you all,", "Mira Holt")]),
    ("Mira Holt tweeted: “Thank you all.”", [("Thank you all.", "Mira Holt")]),
    ("Mira Holt posted on her page on Friday: “Thank you all.”", [("Thank you all.", "Mira Holt")]),
    ("“Thank you all,” she tweeted.", [("Thank you all,", None)]),
    ("Mira Holt took to Chirper to thank fans. “Thank you all,” she wrote.", [("Thank you all,", "Mira Holt")]),
    ("In a post on Chirper, Mira Holt said: “Thank you all.”", [("Thank you all.", "Mira Holt")]),
    ("“Thank you all,” read a post on the club’s page.", [("Thank you all,", "a post")]),
    ("“Thank you all,” the post read.", [("Thank you all,", "the post")]),
    ("One fan wrote: “Thank you all.”", [("Thank you all.", "one fan")]),
    ("“Thank you all” — Mira Holt, singer", [("Thank you all", "Mira Holt")]),
    ("“Thank you all for coming.”\n\n— Mira Holt, singer", [("Thank you all for coming.", "Mira Holt")]),
    ("A sign on the door said “Back soon.”", [("Back soon.", "a sign")]),
    ("The crowd chanted “Let them play!”", [("Let them play!", "the crowd")]),
    ("A banner read: “Let them play.”", [("Let them play.", "a banner")]),
]

LONG = [
    (
        "“We lost the roof,” said Rosa Tellini.\n\n“Then we lost the door.”\n\nGus Farrow shook his head. “I lost nothing,” he said.",
        [
            ("We lost the roof,", "Rosa Tellini"),
            ("Then we lost the door.", "Rosa Tellini"),
            ("I lost nothing,", "Gus Farrow"),
        ],
    ),
    (
        "“We lost the roof,” said Rosa Tellini. “It went in the night.\n\n“Then we lost the door.\n\n“And then the dog.”",
        [("We lost the roof, / It went in the night. / Then we lost the door. / And then the dog.", "Rosa Tellini")],
    ),
    (
        "‘We lost the roof,’ said Rosa Tellini. ‘It went in the night.\n\n‘Then we lost the door.’",
        [("We lost the roof, / It went in the night. / Then we lost the door.", "Rosa Tellini")],
    ),
    (
        '"We lost the roof," said Rosa Tellini. "It went in the night.\n\n"Then we lost the door."',
        [("We lost the roof, / It went in the night. / Then we lost the door.", "Rosa Tellini")],
    ),
    (
        (
            "Rosa Tellini runs the mill. Gus Farrow is her neighbour.\n\n"
            "“I heard a crack,” he said.\n\n“And I heard nothing,” she said.\n\n“You were asleep,” he said."
        ),
        [
            ("I heard a crack,", "Gus Farrow"),
            ("And I heard nothing,", "Rosa Tellini"),
            ("You were asleep,", "Gus Farrow"),
        ],
    ),
    ("“Listen, Gus, we lost the roof,” said Rosa Tellini.", [("Listen, Gus, we lost the roof,", "Rosa Tellini")]),
    (
        "“What happened?” the reporter asked. “The roof went,” Rosa Tellini said.",
        [("What happened?", "the reporter"), ("The roof went,", "Rosa Tellini")],
    ),
    ("I met Rosa Tellini at the mill. “The roof went,” she tells me.", [("The roof went,", "Rosa Tellini")]),
    ("I asked Rosa Tellini what had happened. “The roof went,” she said.", [("The roof went,", "Rosa Tellini")]),
    (
        "“What happened?” I ask Rosa Tellini. “The roof went,” she says.",
        [("What happened?", None), ("The roof went,", "Rosa Tellini")],
    ),
    (
        "“The roof,” Rosa Tellini said, pointing up, “went in the night.”",
        [("The roof, / went in the night.", "Rosa Tellini")],
    ),
    ("“The roof”, explains Rosa Tellini, “went in the night”.", [("The roof / went in the night", "Rosa Tellini")]),
    (
        "Rosa Tellini paused. “The roof went.” She looked up. “Then the door.”",
        [("The roof went. / Then the door.", "Rosa Tellini")],
    ),
    (
        "“The roof went in the night,” recalled Rosa Tellini’s neighbour, Gus Farrow, on Monday.",
        [("The roof went in the night,", "Gus Farrow")],
    ),
    ("Neighbour Gus Farrow, 61, said he heard “a crack like a rifle”.", [("a crack like a rifle", "Gus Farrow")]),
    ("Gus Farrow said the fire service had told him the mill was “not safe”.", [("not safe", "fire service")]),
    (
        "Gus Farrow said that he was “tired”, that the mill was “finished” and that he would “never go back”.",
        [("tired", "Gus Farrow"), ("finished", "Gus Farrow"), ("never go back", "Gus Farrow")],
    ),
    ("Gus Farrow denied that he had called Rosa Tellini “a liar”.", [("a liar", "Gus Farrow")]),
    ("Mill fire was ‘like a bomb’, says neighbour", [("like a bomb", "neighbour")]),
    ("Of the fire, Gus Farrow said only: “The roof went.”", [("The roof went.", "Gus Farrow")]),
    ("The council leader, Una Pryce, said: “The roof went.” Mr Farrow agreed.", [("The roof went.", "Una Pryce")]),
    (
        "Una Pryce, leader of Pelham council, told the Echo that residents were “angry, and rightly so”.",
        [("angry, and rightly so", "Una Pryce")],
    ),
    ("A Pelham council spokesman said: “The roof went.”", [("The roof went.", "a Pelham council spokesman")]),
    ("Pelham council said it was “aware of the issue”.", [("aware of the issue", "Pelham council")]),
    ("A spokesperson said: “The roof went.”", [("The roof went.", "a spokesperson")]),
    ("“The roof went,” added the spokesperson.", [("The roof went,", "the spokesperson")]),
    (
        "“The roof went,” Gus Farrow, Rosa Tellini’s neighbour of thirty years, recalled.",
        [("The roof went,", "Gus Farrow")],
    ),
]


CLAUSES = [
    (
        "Ilse Moren wanted more time, and the rationale for it was “a long and very bitter road to peace.”",
        [("a long and very bitter road to peace.", "Ilse Moren")],
    ),
    ("The minister has been accused by Lena Coburn of “cooking the books”.", [("cooking the books", "Lena Coburn")]),
    ("The minister has been accused of “cooking the books”.", []),
    ("Moren said: “We lost. We know it.” She then left the stage.", [("We lost. We know it.", "Moren")]),
    ("“We lost,” she said, “but not by much,” and left.", [("We lost, / but not by much,", None)]),
    (
        "Vane, the captain, who was pulled from the water at dawn, said that “nobody slept.”",
        [("nobody slept.", "Vane")],
    ),
    (
        "“I’m not a politician,” Lena Coburn, a nurse who is running for mayor, told a crowd of about 200.",
        [("I’m not a politician,", "Lena Coburn")],
    ),
    (
        "Lena Coburn is a nurse. She is running for mayor. “I’m not a politician,” she told a crowd of about 200 in the rain.",
        [("I’m not a politician,", "Lena Coburn")],
    ),
    ("“I’m not a politician,” said Coburn, before adding: “Yet.”", [("I’m not a politician, / Yet.", "Coburn")]),
    (
        "Coburn said she would “listen to everyone” and “decide alone”.",
        [("listen to everyone", "Coburn"), ("decide alone", "Coburn")],
    ),
    ("In an interview with the Pelham Echo, Coburn said the hall had been “half empty”.", [("half empty", "Coburn")]),
    ("Coburn’s campaign manager, Hal Brannock, described the poll as “noise.”", [("noise.", "Hal Brannock")]),
    ("The poll was described as “noise” by Coburn’s campaign manager, Hal Brannock.", [("noise", "Hal Brannock")]),
    ("“Noise,” is how Hal Brannock described the poll.", [("Noise,", "Hal Brannock")]),
    ("Hal Brannock, asked about the poll, laughed. “Noise,” he said.", [("Noise,", "Hal Brannock")]),
    ("“It’s noise,” Brannock laughed.", [("It’s noise,", "Brannock")]),
    ("“It’s noise!” someone shouted from the back.", [("It’s noise!", "someone")]),
    ("“It’s noise,” one of the aides said.", [("It’s noise,", "one of the aides")]),
    ("“It’s noise,” said Brannock and Coburn.", [("It’s noise,", "Brannock + Coburn")]),
    ("“It’s noise,” says the 46-page report.", [("It’s noise,", "the 46-page report")]),
    (
        "According to a spokesperson for the airline, the plane was “fully booked”.",
        [("fully booked", "a spokesperson for the airline")],
    ),
    ("According to the airline, the plane was “fully booked”.", [("fully booked", "airline")]),
    (
        "Skyward Air said the plane was “fully booked”, but passengers told a different story. “There were rows of empty seats,” said Gus Farrow.",  # noqa: E501
        [("fully booked", "Skyward Air"), ("There were rows of empty seats,", "Gus Farrow")],
    ),
    (
        "A video posted online shows Brannock telling a driver to “get out of the way”.",
        [("get out of the way", "Brannock")],
    ),
    ("Brannock rejected claims that he “cooked the books”.", [("cooked the books", "Brannock")]),
    ("What does “sustainable” mean?", []),
    ("He is a self-described “night owl”.", []),
    ("Vane was nicknamed “the Cork” after the rescue.", []),
    ("The operation, code-named “Blue Lantern”, began at dawn.", []),
    (
        "Police released a recording in which a caller says: “There’s water everywhere.”",
        [("There’s water everywhere.", "a caller")],
    ),
    ("“There’s water everywhere,” a caller can be heard saying.", [("There’s water everywhere,", "a caller")]),
    ("Mayor Lena Coburn (pictured) said: “There’s water everywhere.”", [("There’s water everywhere.", "Lena Coburn")]),
    ("“There’s water everywhere,” says Coburn. And she should know.", [("There’s water everywhere,", "Coburn")]),
    ("Said Coburn: “There’s water everywhere.”", [("There’s water everywhere.", "Coburn")]),
    ("Writes Coburn: “There’s water everywhere.”", [("There’s water everywhere.", "Coburn")]),
    (
        "Coburn said she was “delighted”; Brannock said he was “less so”.",
        [("delighted", "Coburn"), ("less so", "Brannock")],
    ),
    (
        "While Coburn said she was “delighted”, Brannock called the result “a fluke”.",
        [("delighted", "Coburn"), ("a fluke", "Brannock")],
    ),
    ("Coburn thinks Brannock is “a bully” — and has said so.", [("a bully", "Coburn")]),
    ("Coburn told Brannock he was “a bully”.", [("a bully", "Coburn")]),
    ("Coburn was called “a bully” by Brannock.", [("a bully", "Brannock")]),
    ("Coburn, whom Brannock once called “a bully”, won.", [("a bully", "Brannock")]),
]

#: Roles with what is attached to them, and names that look like something else.
ROLES = [
    ("“It is over,” said a person close to the Galloways.", [("It is over,", "a person close to the Galloways")]),
    ("“It is over,” said one trustee involved in the sale.", [("It is over,", "one trustee involved in the sale")]),
    (
        "A paper owned by Tern Foods called the vote “a farce”.",
        [("a farce", "a paper owned by Tern Foods")],
    ),
    ("“It is over,” said a spokesman in a statement on Monday.", [("It is over,", "a spokesman")]),
    ("“It is over,” said a spokesman for the second time.", [("It is over,", "a spokesman")]),
    (
        "“We count everything,” Tern’s chief human resources officer, Lena Coburn, told the paper.",
        [("We count everything,", "Lena Coburn")],
    ),
    ("“The sums are wrong,” the committee chairmen wrote.", [("The sums are wrong,", "the committee chairmen")]),
    ("“I’ll vote again,” said Pelham resident Lena Coburn.", [("I’ll vote again,", "Lena Coburn")]),
    ("“We were never told,” said Air Force 1st Lt. Hal Brannock.", [("We were never told,", "Hal Brannock")]),
    ("“It pays for itself,” said Hal A. Brannock, head of policy.", [("It pays for itself,", "Hal A. Brannock")]),
    ("“It pays for itself,” said US Senator Hal Brannock.", [("It pays for itself,", "Hal Brannock")]),
    (
        "Per Oskarsen, who leads the union, told reporters that the offer was “an insult”.",
        [("an insult", "Per Oskarsen")],
    ),
    ("Another wrote: “Never again.”", [("Never again.", None)]),
    (
        "People familiar with the sale described the talks as “hopeless”.",
        [("hopeless", "People familiar with the sale")],
    ),
    (
        "Brannock, who puts the cost “in the millions”, described the mood as grim.",
        [("in the millions", "Brannock")],
    ),
]

WHOLE = [
    (
        """Fire guts Pelham mill as crews battle winds

By Hal Brannock

PELHAM — A fire destroyed the old Pelham mill early Sunday, leaving 12 people homeless, officials said.

“It went up like a torch,” said Rosa Tellini, who lives across the river. “You could feel the heat from my porch.”

Fire Chief Dale Orton said the blaze began on the second floor.

“We had crews from four towns,” Orton said. “We couldn’t get ahead of the wind.”

He called the response “extraordinary.”

Tellini’s neighbor, Gus Farrow, 71, has lived beside the mill since 1962.

“My father worked there,” he said. “My mother, too.”

The mill’s owner, Brightwater Holdings, said in a statement it was “heartbroken for the families.”

“We will rebuild,” the company said.""",
        [
            ("It went up like a torch, / You could feel the heat from my porch.", "Rosa Tellini"),
            ("We had crews from four towns, / We couldn’t get ahead of the wind.", "Dale Orton"),
            ("extraordinary.", "Dale Orton"),
            ("My father worked there, / My mother, too.", "Gus Farrow"),
            ("heartbroken for the families.", "Brightwater Holdings"),
            ("We will rebuild,", "company"),
        ],
    ),
    (
        """Tern boss quits after recall

The chief executive of Tern Foods has resigned, a day after the company recalled three million jars of baby food.

Ruth Galloway, 53, told staff in an email she was leaving 'with a heavy heart'.

'I have loved this firm since the day I walked in,' she wrote. 'It deserves a fresh start.'

Chairman Piers Ashdown thanked Galloway for her 'tireless work'. He said the board's search for a successor would be 'swift but not hasty'.

Analysts were less kind. 'She should have gone in March,' said Lena Coburn of Brook Lane Capital. 'The recall was the last straw, not the first.'

A spokesman for the Food Agency said: 'We are looking into what Tern knew and when.'""",  # noqa: E501
        [
            ("with a heavy heart", "Ruth Galloway"),
            ("I have loved this firm since the day I walked in, / It deserves a fresh start.", "Ruth Galloway"),
            ("tireless work", "Piers Ashdown"),
            ("swift but not hasty", "Piers Ashdown"),
            ("She should have gone in March, / The recall was the last straw, not the first.", "Lena Coburn"),
            ("We are looking into what Tern knew and when.", "a spokesman for the Food Agency"),
        ],
    ),
    (
        """Ada Royle is late, and sorry, and soaked.

“I walked,” she says, shaking out her coat. “I always walk. It’s how I think.”

The novelist, whose fifth book, “The Salt Year,” is out this month, orders tea and a slice of lemon cake. Her editor, Milo Prance, has warned me not to ask about the prize.

So I ask about the prize.

“Oh, that,” says Royle. “Milo told you not to, didn’t he?”

He did. She laughs.

“Milo thinks I’m superstitious,” she says. “I’m not. I’m just tired of losing.”

When I call Prance the next day, he sounds pained. “She said that?” he asks. “Of course she said that.”""",  # noqa: E501
        [
            ("I walked, / I always walk. It’s how I think.", "Ada Royle"),
            ("Oh, that, / Milo told you not to, didn’t he?", "Ada Royle"),
            ("Milo thinks I’m superstitious, / I’m not. I’m just tired of losing.", "Ada Royle"),
            ("She said that? / Of course she said that.", "Milo Prance"),
        ],
    ),
    (
        """Harwell 2-1 Dunmore: Holm double sinks visitors

Pia Holm scored twice as Harwell United came from behind to beat Dunmore Athletic on Saturday.

Manager Dov Brandt hailed his captain as “the best I have worked with.”

“Pia never stops,” Brandt told the club’s website. “She had no right to get that second one.”

Holm was more modest. “It hit my knee,” said the 29-year-old. “But I’ll take it.”

Dunmore head coach Sefton Ray was angry with referee Una Marsh. “I asked her how that isn’t a foul and she told me to ‘watch it back’,” he said. “I have. It’s a foul.”

“We move on,” he added.""",  # noqa: E501
        [
            ("the best I have worked with.", "Dov Brandt"),
            ("Pia never stops, / She had no right to get that second one.", "Dov Brandt"),
            ("It hit my knee, / But I’ll take it.", "Pia Holm"),
            (
                "I asked her how that isn’t a foul and she told me to ‘watch it back’, / I have. It’s a foul.",
                "Sefton Ray",
            ),
            ("We move on,", "Sefton Ray"),
        ],
    ),
    (
        """Scientists find ‘ghost’ reef off Calder coast

A reef that was thought to have died 40 years ago is alive and growing, according to a study published on Tuesday in Marine Letters.

“We nearly turned the boat around,” said Asta Lund, a marine biologist at Pelham University and the study’s lead author. “Then the camera came up green.”

Lund and her colleagues mapped nine square kilometres of the sea floor. What they found was “a nursery the size of a town”, she said.

Liu Wenhao, an oceanographer at the Calder Institute who was not involved in the work, called the finding “remarkable, if it holds up”.

“One survey is one survey,” Liu said. “But I’d love to be wrong.”

The authors warn that the reef “remains one hot summer from collapse”.""",  # noqa: E501
        [
            ("We nearly turned the boat around, / Then the camera came up green.", "Asta Lund"),
            ("a nursery the size of a town", "Asta Lund"),
            ("remarkable, if it holds up", "Liu Wenhao"),
            ("One survey is one survey, / But I’d love to be wrong.", "Liu Wenhao"),
            ("remains one hot summer from collapse", "the authors"),
        ],
    ),
    (
        """A man who sent “menacing” letters to his neighbours for six years has been jailed.

Karl Brock, 44, of Mill Lane, wrote more than 300 notes, Pelham Crown Court heard on Friday.

Judge Nora Feld told Brock: “You turned a quiet street into a prison.”

Prosecuting, Ed Lyle said Brock had begun with a complaint about a hedge. “It ended with a dead bird on a doorstep,” he told the court.

Defending, Mina Sholto said her client was “ashamed and unwell”.

In a statement read to the court, one victim said: “I stopped opening my post.”

Speaking outside court, Det Sgt Ian Coyle said: “I hope today brings some peace.”""",
        [
            ("You turned a quiet street into a prison.", "Nora Feld"),
            ("It ended with a dead bird on a doorstep,", "Ed Lyle"),
            ("ashamed and unwell", "Mina Sholto"),
            ("I stopped opening my post.", "one victim"),
            ("I hope today brings some peace.", "Ian Coyle"),
        ],
    ),
    (
        """President Kim Dae-ho arrived in Pelham on Monday for talks with Prime Minister Ilse Moren.

“We are neighbours,” Kim said at the airport. “Neighbours talk.”

Kim’s wife, Seo Min-ji, visited a school. “The children sang for me,” Seo said.

Moren’s office said the two leaders would discuss “all open questions.” A senior official in Moren’s office, speaking on condition of anonymity, said the fishing dispute was “close to settled.”

The state news agency quoted Foreign Minister Han Jae-won as saying that his country would “never trade fish for steel.”

“That is news to me,” Moren said when asked about Han’s remark.""",  # noqa: E501
        [
            ("We are neighbours, / Neighbours talk.", "Kim Dae-ho"),
            ("The children sang for me,", "Seo Min-ji"),
            ("all open questions.", "Moren’s office"),
            ("close to settled.", "a senior official"),
            ("never trade fish for steel.", "Han Jae-won"),
            ("That is news to me,", "Ilse Moren"),
        ],
    ),
    (
        """Dutch-born designer Anke van den Broek says the city “forgot its own river”.

Van den Broek, 46, won the contract in May. Her plan, called “Open Bank”, would tear down the flood wall.

“People ask me if I’m mad,” she says. “I tell them: wait.”

Yusuf al-Harouni, who chairs the residents’ association, is not convinced. “That wall saved my house,” he says.

Al-Harouni has collected 4,000 signatures. The petition calls the plan “a gift to developers”.

Councillor Birna Jónsdóttir, who voted for it, said Al-Harouni was “asking fair questions”. But, she added, “a wall is not a plan”.""",
        [
            ("forgot its own river", "Anke van den Broek"),
            ("People ask me if I’m mad, / I tell them: wait.", "Anke van den Broek"),
            ("That wall saved my house,", "Yusuf al-Harouni"),
            ("a gift to developers", "the petition"),
            ("asking fair questions", "Birna Jónsdóttir"),
            ("a wall is not a plan", "Birna Jónsdóttir"),
        ],
    ),
    (
        """Siblings Maren and Jens Orlow inherited the bakery in 2009.

“We fought about everything,” Maren Orlow says. “Bread, money, the cat.”

Her brother disagrees. “We never fought about the cat,” says Jens Orlow.

Orlow, who is two years younger, left for the coast in 2015. “I needed salt air,” he says.

“He needed to get away from me,” his sister says.""",
        [
            ("We fought about everything, / Bread, money, the cat.", "Maren Orlow"),
            ("We never fought about the cat,", "Jens Orlow"),
            ("I needed salt air,", "Jens Orlow"),
            ("He needed to get away from me,", "his sister"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    MARKS + WIRE + PEOPLE + SPORT + BUSINESS + SCIENCE + COURT + CULTURE + POSTS + LONG + CLAUSES + ROLES,
)
def test_styles_of_articles(text: str, expected: Said) -> None:
    """Whatever the paper's style, the words that were said come out with the person who said them."""
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_whole_articles(text: str, expected: Said) -> None:
    """Reports on fires, firms, sport, science, courts and states, and a portrait: every quotation with its speaker."""
    assert said(text) == expected


KINDS = [
    ("“We lost,” said House Speaker Tor Vesk.", "Tor Vesk", "person"),
    ("“We lost,” the Northland governor Tor Vesk said.", "Tor Vesk", "person"),
    ("“We lost,” said the singer Ada Royle.", "Ada Royle", "person"),
    ("“We lost,” Tern Foods said. Tern Foods shares fell.", "Tern Foods", "body"),
    ("“We lost,” said Tern. Tern, a dairy company, is old.", "Tern", "body"),
    ("“We lost,” the Lorn Harbour Board said.", "Lorn Harbour Board", "body"),
    ("The Lorn Harbour Board met. “We lost,” the board said.", "Lorn Harbour Board", "body"),
    ("The Lorn Harbour Board met on Friday. “We lost,” it said.", "Lorn Harbour Board", "body"),
    ("“We lost,” a Northland Republican said.", "a Northland Republican", "unnamed"),
    ("“We lost,” the glaciologist said.", "the glaciologist", "unnamed"),
    ("“We lost,” the pilots said.", "the pilots", "group"),
    ("Respondents said they were “tired of waiting.”", "Respondents", "group"),
    ("“We lost,” Ben Orlan said.", "Ben Orlan", "person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kinds_of_speakers(text: str, name: str, kind: str) -> None:
    """A person with a title stays one, a company is told by what it has, and a role or group by its noun."""
    found = analyse(text, "article")
    assert (found.utterances[0].speaker, found.kinds.get(name)) == (name, kind)


@pytest.mark.parametrize(
    "text", ["“We lost it all,” the purpose said.", "The number of it was “a long road to nowhere at all in sight.”"]
)
def test_mere_things_are_nobody(text: str) -> None:
    """What is no person, body, group or text never becomes a speaker."""
    assert all(utterance.speaker is None for utterance in parse(text, form="article"))


INTERPRETED = [
    # text, rendering
    ("“We waited eleven years,” President Ilsa Roan said through an interpreter.", "interpreted"),
    ("“We waited eleven years,” said Ilsa Roan, through her translator.", "interpreted"),
    ("“We waited eleven years,” Ilsa Roan told reporters in Tarn via an interpreter.", "interpreted"),
    ("Speaking through an interpreter, Ilsa Roan said: “We waited eleven years.”", "interpreted"),
    ("Ilsa Roan said through an interpreter that she had waited for eleven years.", "interpreted"),
    ("„Wir haben elf Jahre gewartet“, sagte Präsidentin Ilsa Roan über einen Dolmetscher.", "interpreted"),
    ("« Nous avons attendu onze ans », a dit Ilsa Roan par l’intermédiaire d’une interprète.", "interpreted"),
    # the interpreter is somebody else's, or speaks
    ("“We waited eleven years,” Ilsa Roan said. Orvo Kest listened through an interpreter.", "unknown"),
    ("“We waited eleven years,” Ilsa Roan said she had told him through an interpreter.", "unknown"),
    ("“We waited eleven years,” the interpreter said.", "unknown"),
    ("“I spoke through an interpreter,” Ilsa Roan said.", "unknown"),
]


@pytest.mark.parametrize(("text", "rendering"), INTERPRETED)
def test_an_interpreter_is_told_of(text: str, rendering: str) -> None:
    assert {utterance.rendering for utterance in parse(text)} == {rendering}
