"""What a lexicon may say: every key with its kind and its use, and the check that a file says nothing else.

docs/languages.md prints this table; a key that is not in it is refused with the nearest one that is.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from quotedb.errors import QuotedbError


class Key(NamedTuple):
    """One thing that a lexicon may say."""

    kind: str  #: one of KINDS
    use: str


#: What each kind is, for people.
KINDS = {
    "text": "a string",
    "switch": "`true` or `false`",
    "words": "a list of strings in small letters",
    "patterns": "a list of regular expressions",
    "genders": "a table of words with `m`, `f`, `n` (it), `p` (they) or `s` (I, we)",
    "parts": "a table of words with lists of words",
    "values": "a table of words with strings",
    "shares": "a table of rules with numbers from 0 to 1",
    "keys": "a list of sections (`zones`) or keys (`names.male`) of the English lexicon",
}
_GENDERS = frozenset("mfnps")

KEYS: dict[str, Key] = {
    "language.name": Key("text", "the language's name in English"),
    "language.shares": Key("keys", "what holds here as in English: its words are added to the language's own"),
    "language.nouns_capitalised": Key("switch", "every noun has a capital, so that a capital makes no name"),
    "language.verb_second": Key("switch", "the finite verb is second in a main clause; the subject may follow it"),
    "language.compounds": Key("switch", "a long word is read like the listed noun that it ends in"),
    "language.ordinal_points": Key("switch", "a point after a number may make it “the fourth”"),
    "language.adjectives_follow": Key("switch", "adjectives may stand behind their noun"),
    "language.neighbours": Key(
        "parts", "the commonest words of languages nearby without a lexicon: a list in one of them is not in this one"
    ),
    "quotes.abbreviations": Key("words", "a point after one of these ends no sentence"),
    "quotes.elisions": Key("words", "words that begin with an apostrophe, which opens no single marks"),
    "quotes.clitics": Key("words", "short words that are written together with the next by an apostrophe: *l'*, *qu'*"),
    "quotes.enclitics": Key("words", "pronouns that are written behind their verb with a hyphen: *-t-elle*"),
    "quotes.cues": Key("words", "verbs of saying, all finite forms and the participles that make past tenses"),
    "quotes.cues_ing": Key("words", "verbs of saying as participles with the main clause's subject: *saying*"),
    "quotes.weak_cues": Key("words", "verbs that often govern words in marks: *called*"),
    "quotes.weak_cues_ing": Key("words", "the same as participles: *calling*"),
    "quotes.plainest": Key("words", "of the verbs of saying, those inside whose clause everything quoted is theirs"),
    "quotes.raising": Key("words", "verbs of saying, but not before a preposition: *continued to*"),
    "quotes.relayed": Key("words", "verbs whose subject passes on what their object said: *quoted*"),
    "quotes.verbs": Key("words", "other verbs: they show where a subject stops"),
    "quotes.auxiliaries": Key("words", "verbs that carry others"),
    "quotes.reported": Key("words", "verb forms by which a report goes on without naming the speaker again: *sei*"),
    "quotes.separable": Key("parts", "first parts of verbs of saying, each with its second parts"),
    "quotes.adverbs": Key("words", "what may stand between a subject and its verb"),
    "quotes.prepositions": Key("words", "what follows one is seldom a subject"),
    "quotes.conjunctions": Key("words", "a clause may begin here"),
    "quotes.relatives": Key("words", "relative pronouns"),
    "quotes.relative_determiners": Key("words", "determiners, behind a comma relative pronouns"),
    "quotes.pronouns": Key("words", "pronouns that can say something"),
    "quotes.objects": Key("words", "pronouns that are never a subject"),
    "quotes.determiners": Key("words", "words that open a noun phrase"),
    "quotes.oblique": Key("words", "determiners whose phrase is no subject"),
    "quotes.genitive": Key("words", "determiners of a phrase that belongs to the noun before it"),
    "quotes.speakers": Key("words", "nouns for those who say things: people, bodies, papers"),
    "quotes.naming": Key("words", "a term or title follows, not somebody's words: *so-called*"),
    "quotes.named": Key("words", "the same behind a noun: *titled*"),
    "quotes.terms": Key("words", "what announces a word that is spoken of: *the word*"),
    "quotes.works": Key("words", "works and programmes: a title follows"),
    "quotes.times": Key("words", "heads of phrases that say when"),
    "quotes.sayings": Key("words", "what somebody says; its owner is the speaker: *her message*"),
    "quotes.making": Key("words", "verbs before which a title may stand: *wrote*, *sang*"),
    "quotes.channels": Key("words", "what words are said in or on: *statement*, *twitter*"),
    "quotes.press": Key("words", "who passes on what they are told: *reporters*"),
    "quotes.interpreting": Key("patterns", "how words came to the writer: *through an interpreter*"),
    "quotes.linking.joining": Key("words", "ties two subjects: *and*"),
    "quotes.linking.coordinating": Key("words", "ties two clauses: *and*, *but*"),
    "quotes.linking.agent": Key("words", "names who acts in a passive: *by*"),
    "quotes.linking.relaying": Key("words", "*quoted ... as saying*"),
    "quotes.linking.according": Key("words", "whole phrases before a source: *according to*"),
    "quotes.linking.according_after": Key("words", "the same behind the source: *zufolge*"),
    "quotes.linking.crediting": Key("words", "credits what was quoted to whom it names: *so Vesk*"),
    "quotes.linking.impersonal": Key("words", "verbs of saying without a person: *heißt es in dem Brief*"),
    "quotes.linking.lifeless": Key("words", "relative pronouns that mean no person: *which*"),
    "quotes.linking.aged": Key("words", "endings of what somebody is called by age: *the 29-year-old*"),
    "quotes.linking.courtesy": Key("words", "titles behind which any noun is a name: *Frau*"),
    "quotes.linking.inside": Key("words", "stands for a text that was named before: *heißt es darin*"),
    "quotes.linking.tense": Key("words", "auxiliaries that may stand behind a quotation, before verb and subject"),
    "quotes.linking.gerund": Key("words", "opens a participle whose subject is that of the main clause: *en ajoutant*"),
    "quotes.linking.apposing": Key("words", "conjunctions that are prepositions before a bare noun: *als Antwort*"),
    "quotes.linking.owning": Key("words", "determiners that are owners: *her*"),
    "quotes.linking.announced": Key("words", "nouns for a text that a line announces: *Here is the statement:*"),
    "quotes.linking.being": Key("words", "*is*, *was*"),
    "quotes.linking.becoming": Key("words", "the same of what is new: *became*"),
    "quotes.linking.negating": Key("words", "denies a verb of saying beside it: *never said*"),
    "quotes.linking.uttering": Key("words", "the verbs of saying of which this is true"),
    "quotes.linking.limiting": Key("words", "behind one of these, denies nothing: *not only said*"),
    "quotes.linking.excluding": Key("words", "stands before subjects that did not say it: *neither*, *nor*"),
    "quotes.linking.alleging": Key("words", "leaves open what follows in the perfect: *is alleged to have said*"),
    "quotes.linking.doubting": Key("words", "leaves open the verb beside it: *allegedly said*"),
    "quotes.linking.none": Key("words", "nobody, or the determiner that makes nobody of a noun"),
    "quotes.linking.denying": Key("words", "leaves open what follows: *denied that she said*"),
    "quotes.linking.falsifying": Key("words", "denies what follows: *falsely claims that she said*"),
    "quotes.linking.refusing": Key("words", "the same before an infinitive: *refused to say*"),
    "quotes.linking.supposing": Key("words", "with the next, leaves open: *could have said*"),
    "quotes.linking.perfect": Key("words", "*have*, in *could have said*"),
    "quotes.linking.wondering": Key("words", "leaves open: *whether she said*"),
    "quotes.linking.passive": Key("words", "makes a passive of a verb of saying"),
    "quotes.linking.clefting": Key("words", "*is how she put it*"),
    "quotes.linking.operating": Key("words", "nouns behind which the name of a body is its owner's"),
    "quotes.linking.owned": Key("words", "what only a company has: *shares*"),
    "quotes.linking.naming": Key("words", "joins a title and what it is the title of: *of*"),
    "quotes.linking.belonging": Key("words", "prepositions behind a role, part of its label: *a spokesman for*"),
    "quotes.linking.describing": Key("words", "behind a role, with a preposition: *a person close to the talks*"),
    "quotes.linking.standing": Key("words", "determiners that may stand alone before a verb: *another said*"),
    "quotes.linking.relative": Key("words", "relative pronouns that may be something else as well: *that*"),
    "quotes.linking.definite": Key("words", "determiners of what was named before"),
    "quotes.linking.subordinating": Key("words", "prepositions that may open a clause: *after Vesk said*"),
    "quotes.linking.telling": Key("words", "verbs with an addressee: *told reporters*"),
    "quotes.linking.channelling": Key("words", "stands before a channel: *in a statement*"),
    "quotes.linking.complement": Key("words", "opens a content clause: *said that*"),
    "quotes.linking.asking": Key("words", "opens a reported question: *asked whether*"),
    "quotes.linking.infinitive": Key("words", "stands before an infinitive: *promised to*"),
    "quotes.linking.opening": Key("words", "begins a clause by itself: *there*, *because*"),
    "quotes.linking.subject": Key("words", "pronouns that are nothing but subjects: *he*"),
    "quotes.linking.leaving": Key("words", "after a comma, ends what was reported: *, but*"),
    "quotes.linking.leaving_object": Key("words", "ends a reported object without a comma: *praised the plan when*"),
    "quotes.linking.attaching": Key("words", "holds an object together: *of*"),
    "quotes.linking.proclitic": Key("words", "pronouns between a subject and its verb: *lui* in *Vesk lui a dit*"),
    "quotes.linking.placing": Key("words", "says when or where something was said: *on*"),
    "quotes.roles.hearing": Key("words", "its subject hears, in the passive: *was told*"),
    "quotes.roles.questioning": Key("words", "its object answers in the next sentence: *asked Vesk*"),
    "quotes.roles.requesting": Key("words", "behind that object, makes it no question: *asked Vesk to come*"),
    "quotes.roles.informing": Key("words", "its object may answer: *told Vesk*"),
    "quotes.roles.replying": Key("words", "its subject was spoken to: *replied*"),
    "quotes.roles.getting": Key("words", "makes a passive of these, too: *got told*"),
    "quotes.roles.arriving": Key("words", "behind words in marks, brings an answer: *came the reply*"),
    "quotes.roles.calling": Key("words", "its subject is called something, in the passive: *was dubbed*"),
    "quotes.roles.perceiving": Key("words", "its object speaks: *recalled Vesk saying*"),
    "quotes.roles.bare": Key("words", "verbs of saying as infinitives: *heard Vesk say*"),
    "quotes.roles.accusing": Key("words", "its object is said to have spoken: *accused Vesk of saying*"),
    "quotes.roles.tying": Key("words", "stands before the participle there: *of*"),
    "quotes.roles.quoting": Key("words", "its object is quoted: *quoted Vesk*"),
    "quotes.roles.letters": Key("words", "nouns for what somebody wrote: *a letter from Vesk*"),
    "quotes.roles.sending": Key("words", "stands before who wrote it: *from*"),
    "quotes.roles.receiving": Key("words", "its subject did not write it: *received a letter*"),
    "quotes.roles.passing": Key("words", "its subject passes it on: *read out Vesk's letter*"),
    "quotes.roles.reading": Key(
        "words", "participles of these, before a verb of saying: *Reading a letter from Vesk, Orlan said*"
    ),
    "quotes.roles.citing": Key("words", "participles whose object is quoted there: *Orlan, quoting Vesk, said*"),
    "quotes.roles.penned": Key("words", "says who wrote a letter: *sent by Vesk*"),
    "quotes.roles.behalf": Key("words", "stands in *on behalf of*"),
    "quotes.roles.speeches": Key("words", "nouns for what may be the own words of who reads it out: *statement*"),
    "quotes.roles.bearing": Key("words", "stands between a thing and the words on it: *a shirt with the words*"),
    "quotes.roles.past_before": Key("words", "stands before *been*: *had been called*"),
    "quotes.roles.untrue": Key("words", "denies the clause behind it, or the claim before it: *it is false that*"),
    "quotes.roles.true": Key("words", "does so where it is negated: *it is not true that*"),
    "quotes.roles.faking": Key("words", "says that what shows somebody speaking was made up: *a fake clip*"),
    "quotes.roles.picturing": Key("words", "stands between the thing and who speaks in it: *in which*"),
    "quotes.roles.claims": Key("words", "more nouns for what may be false: *post*"),
    "quotes.roles.inventions": Key("words", "nouns for what is made up: *in a sketch*"),
    "quotes.roles.imagining": Key("words", "its object was never written: *imagined the headline*"),
    "quotes.roles.words": Key("words", "nouns for words, with an owner: *Vesk's remark that*"),
    "quotes.roles.shouts": Key("words", "cries of many: *shouts of*"),
    "quotes.roles.clefting": Key("words", "opens a sentence that picks one out: *it was Vesk who*"),
    "quotes.roles.correcting": Key("words", "names there who it was instead: *not Orlan but Vesk*"),
    "quotes.roles.contrasting": Key("words", "sets them against each other: *Vesk rather than Orlan*"),
    "quotes.roles.relating": Key("words", "relative pronouns of persons: *Vesk, who said*"),
    "quotes.roles.objecting": Key("words", "relative pronouns before a subject: *whom critics call*"),
    "quotes.roles.people": Key("words", "a subject that is nobody in particular: *on* in *on lui a dit*"),
    "quotes.roles.dummy": Key("words", "the subject of an impersonal verb: *heißt es*"),
    "quotes.roles.letting": Key("words", "infinitives behind another: *musste sich sagen lassen*"),
    "quotes.roles.genitive": Key("words", "begins an owner inside a phrase: *die Worte der Ministerin*"),
    "quotes.roles.questions": Key("words", "nouns for what was asked: *die Frage*"),
    "quotes.roles.answering": Key("words", "before these nouns: it was asked by somebody else: *auf die Frage*"),
    "quotes.roles.wording": Key("words", "stands before words and whose they are: *in Vesk's words*"),
    "quotes.roles.wordings": Key("words", "what stands between: *words*"),
    "quotes.roles.supposing": Key("words", "makes a condition of the clause behind it: *if*"),
    "quotes.roles.inverting": Key("words", "does so at the head of it: *had Vesk said*"),
    "quotes.roles.wishing": Key("words", "its object has not said it: *wants Vesk to say*"),
    "quotes.roles.coming": Key("words", "with these neither: *hopes that Vesk will say*"),
    "quotes.roles.rejecting": Key("words", "calls untrue what the next tell: *dismissed*"),
    "quotes.roles.allegations": Key("words", "what may be untrue: *the claim that*"),
    "quotes.roles.naming": Key("words", "gives a thing a name: *called it*"),
    "quotes.roles.descriptions": Key("words", "nouns for that, with an owner: *Vesk's description of it as*"),
    "quotes.roles.uttering": Key("words", "participles behind *accused Vesk of*: *calling*"),
    "quotes.roles.having": Key("words", "opens an infinitive behind *denied*: *having said*"),
    "quotes.roles.recordings": Key("words", "nouns for what shows somebody speaking: *a video of Vesk saying*"),
    "quotes.roles.avoiding": Key("words", "its subject does not say it: *avoided saying*"),
    "quotes.roles.possible": Key("words", "leaves open whether it is said: *might say*"),
    "quotes.roles.facing": Key("words", "its subject repeats it: *faced claims that*"),
    "quotes.roles.signs": Key("words", "nouns for what words are written on: *a sign reading*"),
    "quotes.roles.telling": Key(
        "words", "its subject said the words right behind it, whoever reports it: *told her that Vesk had said*"
    ),
    "quotes.endings.possessive": Key("patterns", "what makes an owner of a word: *'s*"),
    "quotes.endings.owner": Key("words", "endings of an owner's name before a noun, without an apostrophe"),
    "quotes.endings.describing": Key("words", "endings of places that describe a noun: *Tarner Polizei*"),
    "quotes.endings.past": Key("words", "endings of verbs"),
    "quotes.endings.participle": Key("words", "endings of participles"),
    "quotes.endings.adverb": Key("words", "endings of adverbs"),
    "quotes.endings.plural": Key("words", "endings of plural nouns"),
    "quotes.endings.person": Key("words", "endings of nouns for people"),
    "quotes.endings.thing": Key("words", "endings of nouns for things"),
    "quotes.endings.inflected": Key("words", "endings that a listed noun may take"),
    "quotes.precision": Key("shares", "how often each rule names the right speaker; `other` for the rest"),
    "reported.verbs": Key("words", "verbs that report without being verbs of saying: *believes*, *showed*"),
    "reported.nouns": Key("words", "nouns that report with an owner: *her promise to*"),
    "reported.adjectives": Key("words", "adjectives that report with a subject: *was sure that*"),
    "reported.precision": Key("shares", "how often plain forms of reported speech are right, without weights"),
    "names.titles": Key("words", "words before a name that are no part of it"),
    "names.honorifics": Key("words", "of the titles, those that a bare last name may follow"),
    "names.offices": Key("words", "of the titles, those that tell namesakes apart: *mayor*, *minister*"),
    "names.passing": Key("words", "of the titles, those that say no more of an office than when it was held: *former*"),
    "names.capital_titles": Key("words", "titles only where they stand in capitals: *DCI*, *MP*"),
    "names.prefixes": Key("words", "what a hyphen ties to a title or role: *ex*-husband"),
    "names.epithets": Key("words", "how the head of a sentence may call somebody: *Furious* Tor Vesk"),
    "names.letters": Key("words", "letters behind a name that are no part of it: *OBE*"),
    "names.lesser": Key("words", "what says that somebody is not quite what a noun says: *deputy*"),
    "names.bygone": Key("words", "what says that somebody is it no longer: *former*"),
    "names.articles": Key("words", "words before a body's name that are no part of it"),
    "names.lowered": Key("words", "words at the head of a role or group that lose their capital"),
    "names.particles": Key("words", "small words inside a name: *van*"),
    "names.family_first": Key("words", "last names that stand before the given name: *zhao*"),
    "names.unspecific": Key("words", "nouns for a person who may hold any office: *candidate*, *native*"),
    "names.suffixes": Key("words", "what may follow a name and belongs to it: *jr*"),
    "names.bodies": Key("words", "words that make a name that of a body or a place"),
    "names.matters": Key("words", "what a body looks after, in names of two: *food* and drug administration"),
    "names.common_bodies": Key("words", "nouns for a body"),
    "names.affiliations": Key("words", "names for somebody by party or home: *democrat*"),
    "names.things": Key("words", "nouns for things that might be taken for names or for people by their ending"),
    "names.places": Key("words", "countries and capitals"),
    "names.groups": Key("words", "nouns for several people"),
    "names.unnamed": Key("words", "labels that name nobody"),
    "names.not_names": Key("words", "words that a capital at the head of a sentence does not make a name"),
    "names.either": Key("words", "first names of which a title of the other gender makes nobody else: *Lee*"),
    "names.male": Key("words", "common first names of men"),
    "names.female": Key("words", "common first names of women"),
    "names.gender": Key("genders", "what a title says about the person"),
    "names.pronouns": Key("genders", "whom a pronoun may mean"),
    "labels.voices": Key("words", "whole labels that are a voice without a name: *q*, *moderator*"),
    "labels.numbered": Key("words", "voices that are counted, and none without their number: *Track 3*"),
    "labels.collective": Key("words", "whole labels of several voices at once: *some members*"),
    "labels.questions": Key("words", "words for a question before the name of whoever asks: *FRAGE* Velt"),
    "labels.present": Key("words", "heads of a list of those who are present: *attendees*"),
    "labels.whose": Key(
        "words", "voices that may stand in small letters behind a name that says whose they are: LAX *tower*"
    ),
    "labels.voice_parts": Key("words", "words that make a label of voices nobody knows: *unidentified*"),
    "labels.titles": Key("words", "titles and roles in labels"),
    "labels.office_endings": Key("words", "how an office behind a name ends in a script without capitals: *議員*"),
    "labels.abbreviated": Key("words", "titles that are an abbreviation, never a label by themselves"),
    "labels.particles": Key("words", "small words inside names and roles"),
    "labels.never": Key("words", "whole labels that never speak: *note*"),
    "labels.never_parts": Key("words", "words that no speaker's label holds: *transcript*"),
    "labels.never_first": Key("words", "words with which no label begins"),
    "labels.doubles": Key("words", "first names that are also small words: before a last name they are names"),
    "labels.doubles_alone": Key("words", "of these, the ones that are a label by themselves"),
    "labels.surnames": Key("words", "last names that are also small words of a name: `Nila Das`"),
    "labels.sentence": Key("words", "pronouns and verbs that make a clause of what follows a name and a comma"),
    "labels.common": Key("words", "the commonest words of the language"),
    "labels.spoken": Key("words", "words with which people speak to each other"),
    "labels.people": Key(
        "words", "nouns for those who talk in scripts, calls and examples, beside *quotes.speakers*: *visitor*"
    ),
    "labels.salutations": Key("words", "words before a name with which a letter opens: *dear*"),
    "labels.together": Key("words", "labels of everybody with one voice, in songs and prayers: *all*"),
    "labels.rubrics": Key("words", "labels that sort what is written: *wanted*, *pro*, *plot*"),
    "labels.oneself": Key("words", "words with which somebody speaks of himself: *I*, *my*"),
    "labels.elsewhere_spoken": Key(
        "words", "`labels.spoken` of other languages, where no word of this one is written so"
    ),
    "labels.elsewhere_oneself": Key("words", "`labels.oneself` of other languages: *yo*, *jag*, *мне*"),
    "labels.elsewhere_you": Key("words", "`labels.you` of other languages: *usted*, *siz*, *вас*"),
    "labels.you": Key("words", "words for whoever is spoken to: *you*"),
    "labels.addressing": Key("patterns", "what is only said to people in the same room: *Madam Chair*"),
    "labels.answering": Key("patterns", "how an answer opens: *yes*, *well*, *because*"),
    "labels.instructing": Key("patterns", "how the sentences of a manual open: *take*, *do not*"),
    "labels.subjectless": Key("patterns", "a verb without its subject, as minutes open: *Reported on*"),
    "labels.others": Key("words", "pronouns for somebody who is told of: *he*, *her*"),
    "labels.announcing": Key("words", "words of a heading that announce that people speak below it"),
    "labels.transcribed": Key("words", "words of a heading by which a document calls itself a transcript"),
    "labels.naming_fields": Key("words", "fields of a record that say who speaks: *speaker*"),
    "labels.said_fields": Key("words", "fields of a record that hold what was said: *text*"),
    "labels.appended": Key("words", "words before a colon that open what the record adds below the last turn: *note*"),
    "labels.agencies": Key("words", "news agencies, which stand in the brackets of a dateline"),
    "labels.interpreted": Key("patterns", "notes in brackets: the words were interpreted"),
    "labels.translated": Key("patterns", "notes in brackets: the words were translated"),
    "labels.original": Key("patterns", "notes in brackets: these are the original words"),
    "labels.notes": Key("patterns", "other notes in brackets: *laughter*"),
    "labels.addressed": Key(
        "patterns", "who is asked, or for whom somebody answers, behind a name and its bracket: *to the Minister*"
    ),
    "labels.record": Key("patterns", "sentences that the record itself says inside somebody's turn"),
    "zones.furniture": Key("words", "whole lines that belong to the page, not to the text"),
    "zones.furniture_starts": Key("words", "how short lines of that kind begin"),
    "zones.furniture_parts": Key("words", "parts of a sentence that only the page says of itself"),
    "zones.foot": Key("words", "an invitation to comment: the foot of the page begins"),
    "zones.colophon": Key("patterns", "what a page says of its own making, below the last turn"),
    "zones.contact": Key("patterns", "the same, but only where nobody says *I* or *you*: addresses, invitations"),
    "zones.faq": Key("words", "headings of questions and answers"),
    "zones.more_starts": Key("words", "how links to other texts begin"),
    "zones.caption_starts": Key("words", "how captions begin"),
    "zones.credit_words": Key("words", "words of a picture's credit"),
    "zones.bylines": Key("words", "how bylines begin"),
    "zones.endings": Key("patterns", "whole lines that end a transcript"),
    "zones.heard": Key("patterns", "whole lines that tell what is heard in the room: *Applause.*"),
    "zones.asking": Key("patterns", "whole lines that say who asks from here on"),
    "zones.stage_cues": Key("words", "how a cue begins that a script prints in capitals: *SFX: WATER*"),
    "zones.section_words": Key("words", "words that make a short line with a colon the name of a part"),
    "zones.months": Key("words", "months, long and short"),
    "zones.ago": Key("patterns", "*minutes ago*"),
    "link.alike": Key("parts", "near-synonyms: what translators and agencies put for a word, by its beginning"),
    "verify.negations": Key(
        "words", "words that turn a sentence into its contrary: a quotation with one more or less is warned of"
    ),
    "verify.negation_endings": Key("words", "the same, at the end of a word: *n't*"),
    "verify.denials": Key(
        "words", "what stands right before words that were never said: *denied saying*, *never said*"
    ),
    "verify.denials_after": Key(
        "words", "with these a sentence ends that says of the words before it that they were never said"
    ),
    "verify.quotation_nouns": Key("words", "what a text calls words that it quotes: *the quote*, *these remarks*"),
    "verify.retractions": Key("words", "what is said of such words when they were never said: *was invented*"),
    "verify.numbers": Key(
        "values",
        "number words with what they stand for, the plain name of a number first: a quotation with another number is warned of",
    ),
    "verify.signs": Key("values", "signs that are read out as words: *%*"),
    "verify.magnitudes": Key("values", "short forms of words for large numbers, behind digits: *bn*, *Mio.*"),
    "verify.thousands": Key("words", "what may part the thousands of a number written in digits: *,*"),
    "verify.contractions": Key(
        "values", "words run together, and what they are in full, run together: *won't*, *willnot*"
    ),
    "verify.contracted_endings": Key("values", "the same for ends of words: *n't*, *not*"),
    "verify.letters": Key("values", "letters with another way to write them, for keyboards without them: *ü*"),
    "verify.spellings": Key("values", "words with another way to spell them: *programme*"),
    "verify.spelling_endings": Key("values", "the same for ends of words: *our*, *or*"),
    "verify.spelling_tails": Key("words", "endings that may follow these: the *s* of *colours*"),
    "verify.weak_numbers": Key("words", "number words of every day, which count only beside another number: *one*"),
}
#: Without these a lexicon can tell neither its language nor a speaker.
NEEDED = ("language.name", "quotes.cues", "quotes.determiners", "quotes.prepositions", "quotes.pronouns")


def check(code: str, data: dict[str, Any]) -> None:
    """Refuse what a lexicon may not say, with the file, the key and what to write instead.

    Raises `QuotedbError` for an unknown key, a value of another kind, a word with a capital, a broken regular
    expression, and where one of the needed keys is missing.
    """
    for path, value in _flat(data):
        key = KEYS.get(path)
        if key is None:
            near = difflib.get_close_matches(path, KEYS, 1)
            raise QuotedbError(f"{code}.toml: no lexicon has {path}" + (f"; is it {near[0]}?" if near else "."))
        fault = _fault(key.kind, value)
        if fault:
            raise QuotedbError(f"{code}.toml: {path} should be {KINDS[key.kind].replace('`', '')}: {fault}.")
    known = {path for path, _ in _flat(data)}
    for path in NEEDED:
        if path not in known:
            raise QuotedbError(f"{code}.toml: {path} is missing: {KEYS[path].use}.")


def _flat(data: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Every key with its value; the tables that hold keys are opened, the tables that are values are not."""
    for name, value in data.items():
        path = f"{above}.{name}" if above else name
        if isinstance(value, dict) and path not in KEYS:
            yield from _flat(value, path)
        else:
            yield path, value


def _fault(kind: str, value: Any) -> str:
    """What is wrong with a value of this kind, in words; nothing where nothing is."""
    if kind in ("text", "switch"):
        right = isinstance(value, str if kind == "text" else bool)
        return "" if right else f"it is {value!r}"
    if kind in ("words", "patterns", "keys"):
        if not isinstance(value, list):
            return f"it is {value!r}"
        return next((fault for fault in (_fault_of_word(kind, word) for word in value) if fault), "")
    if not isinstance(value, dict):
        return f"it is {value!r}"
    for word, what in value.items():
        if kind == "genders" and what not in _GENDERS:
            return f"{word} is {what!r}"
        if kind == "shares" and not (isinstance(what, int | float) and 0 <= what <= 1):
            return f"{word} is {what!r}"
        if kind == "values" and not isinstance(what, str):
            return f"{word} is {what!r}"
        if kind == "parts" and _fault("words", what):
            return f"{word} is {what!r}"
    return ""


def _fault_of_word(kind: str, word: Any) -> str:
    if not isinstance(word, str) or not word.strip():
        return f"{word!r} stands in it"
    if kind == "words" and word != word.lower():
        return f"{word!r} has a capital"
    if kind == "patterns":
        try:
            re.compile(word)
        except re.error as error:
            return f"{word!r} is broken ({error})"
    return ""
