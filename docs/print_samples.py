"""Prints the sample documents that are no text: an inquiry's evidence as PDF and a town meeting as a Word file.

Run it after a change of the words below: python docs/print_samples.py. The same words give the same files, byte for byte,
with the same versions of fpdf2 and python-docx. Everybody in them is invented, as in all of transcripts/.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "transcripts"

#: The evidence: a line without a label is a heading, a stage direction or goes on with the turn above.
INQUIRY_HEAD = ("Skarrow Point Surge Inquiry", "Day 3, Wednesday, 2 October 2024")
INQUIRY_TITLE = "Evidence of Ms. Una Kamren"
INQUIRY = """
Before the Chair, Dame Sunniva Rook, in the Assembly Rooms, Skarrow Point.

Mr. Hugo Telver, counsel to the Inquiry. Ms. Brida Quell, for the town of Skarrow Point. Ms. Una Kamren, witness.

(The hearing began at 10.02 a.m.)

THE CHAIR: Good morning. We are here to learn why eleven sirens were silent on the night of 22 August, and we shall
be patient about it. I have been told that the heating has failed as well. I draw no conclusion from that. Mr.
Telver.

MR. TELVER: Thank you, Madam. I call Una Kamren. Ms. Kamren, would you tell the Inquiry what you do?

MS. KAMREN: I am the engineer who looks after the sirens. There are 23 of them in the town, eleven on the west side
and twelve on the east. I have looked after them for nine years. Before that I looked after lifts.

MR. TELVER: Were the eleven tested this year?

MS. KAMREN: They were tested on 11 June, at noon, all of them, and I stood in Rope Street with my fingers in my
ears. I have a paper that says so. I wrote it myself, which I mention because I would not like it to be found out
later.

MR. TELVER: And they worked?

MS. KAMREN: They worked at noon. What nobody had asked me to test is whether they work when the power in the harbour
station is off. At noon it was on.

MR. TELVER: I should like to take that slowly. The sirens have batteries, have they not?

MS. KAMREN: Every siren has a battery. The box that tells the sirens to sound has none. It stands in the harbour
station, on the floor, forty centimetres above the quay. On 22 August the water stood sixty centimetres above the
quay. You may do the sum. I did it at four in the morning.

(Laughter.)

It was not funny at four in the morning. I should like to say that. There were people in those streets who heard
nothing, and one of them is my mother.

THE CHAIR: Thank you. Nobody here thinks that it was funny, Ms. Kamren. Would you like a glass of water?

MS. KAMREN: No more water, thank you.

MR. TELVER: Had you told anybody about the box?

MS. KAMREN: I wrote to the town hall on 3 March last year. I asked for a shelf. A shelf at the height of a tall
man's shoulder costs 340 crowns, with the labour. I have the letter here. I have the answer as well. It says that
shelves are for the next budget.

MR. TELVER: Who signed the answer?

MS. QUELL: Madam, the town does not dispute that the letter came, or that the answer went. The mayor has said that
the failure is her responsibility, and she will sit in that chair tomorrow and say it again.

THE CHAIR: I am obliged to you, Ms. Quell. The question may still be put.

MS. KAMREN: It was signed by the treasurer, Mr. Pell. I do not say that he was wrong. He had 340 crowns, and four
people who wanted them. One of the four wanted a roof.

(A recording of the alarm line was played.)

MR. TELVER: Is that your voice?

MS. KAMREN: It is. That is 2.51 in the morning. I am asking the duty officer to ring the church bells, since the
bells need a rope and no box.

MR. TELVER: Did he?

MS. KAMREN: He asked me on whose authority. I said on mine. He said that he had no form for that. So I went and rang
them myself, at St. Osk's, and I may tell you that I had never rung a bell before, and that it shows.

MS. QUELL: Only two questions. Ms. Kamren, where does the box stand today?

MS. KAMREN: On a shelf.

MS. QUELL: And who paid for it?

MS. KAMREN: I did. I have the receipt, if anybody would like to see a receipt.

THE CHAIR: I think that the Inquiry would like to see it very much. We shall mark it as exhibit 31. I have a
question of my own. If you had to name one thing, one, that this town should do before the next winter, what would
it be?

MS. KAMREN: Test the sirens at night, with the power off, and tell nobody. Then count who came. I know that people
will be angry. I would rather have them angry than in their beds.

THE CHAIR: Thank you. You are released, with our thanks. You may go home and be proud of your shelf.

(The hearing was adjourned at 12.40 p.m.)
"""

MEETING_TITLE = "Town meeting on the rope works"
MEETING_ABOUT = [
    "Skarrow Point, school hall, 9 October 2024",
    "Taken down by the clerk, Maddock Fenn. Present: 212 citizens and a dog.",
]
MEETING_AGENDA = [("1", "The key of the rope works"), ("2", "Questions")]
#: A label of the people in `SPEAKERS` opens a turn; # opens a heading, [ a stage direction.
MEETING = """
# The key of the rope works

Mayor Ada Pellamy: Good evening. You have come to hear about a key, and you shall. The rope works is four hundred
paces from the school, it is dry, and it has stood empty since the last rope. On the first of November it will be
open to everybody who hears a siren. I said that in September and some of you laughed.

Isolde Marrack: I was one of them. I have believed in keys since my first classroom. May I see it?

Mayor Ada Pellamy: Here it is. It is large, and it is the only one.

[The mayor held up a key. Applause.]

I have had three more cut. They hang from tonight in the bakery, in the pilots' room and at the school. Whoever is
nearest opens the door. Nobody signs a form.

Wilmot Sayer: If one hangs in my bakery, then I would like to know whether I am to open the door before the rolls
are in or after. I ask because the water, in my experience, does not knock.

Mayor Ada Pellamy: Before, Wilmot.

Wilmot Sayer: Then I will bake at the rope works. It has an oven for the tar. I have looked.

# Questions

A voice from the floor: What about the west side? We heard nothing in August, and you tell us to listen.

Una Kamren: That one is mine. The box is on a shelf. On a night that I will not name there will be a test, with the
power off, and I want to see every one of you in your nightshirts.

Gerda Linnet: May I say something for those who live on boats? We have no siren at all. We have a bell on the
sandbank that moves. I have asked for a light on it since I was an apprentice.

Jory Vane (translated from Vescarian): I speak for the crews from Calvedro who winter here. We are forty, we pay
harbour dues, and nobody has ever told us where the school is. Paint us an arrow. An arrow needs no translation.

Mayor Ada Pellamy: You will have your arrow by Saturday, Mr. Vane, and I will hold the brush. As to the light: the
Barrier Authority says that it has one left over. I have asked for it in writing, and Gerda may collect it in her
launch, since she knows where the sandbank is.

Gerda Linnet: Tonight I do.

Maddock Fenn: Madam Mayor, the caretaker would like to lock up.

Mayor Ada Pellamy: Then lend him a key. Good night, all of you, and go home by the dry side.

[The meeting closed at 21.35.]
"""
SPEAKERS = re.compile(
    r"(Mayor Ada Pellamy|Isolde Marrack|Wilmot Sayer|A voice from the floor|Una Kamren|Gerda Linnet|Jory Vane|Maddock Fenn)"
    r"( \(.+?\))?: "
)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text with each on one line."""
    return [" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")]


def inquiry() -> bytes:
    """The evidence as a PDF: head and foot on every page, turns that run over the ends of pages."""
    from fpdf import FPDF

    class Pages(FPDF):
        def header(self) -> None:
            self.set_font("Helvetica", size=9)
            self.cell(90, 8, INQUIRY_HEAD[0])
            self.cell(0, 8, INQUIRY_HEAD[1], align="R")
            self.ln(16)

        def footer(self) -> None:
            self.set_y(-18)
            self.set_font("Helvetica", size=9)
            self.cell(0, 8, f"Page {self.page_no()} of {{nb}}", align="C")

    pdf = Pages(format=(148, 210))
    pdf.set_creation_date(datetime(2024, 10, 2, 18, tzinfo=UTC))
    pdf.set_title(f"{INQUIRY_HEAD[0]}: {INQUIRY_TITLE}")
    pdf.set_margins(20, 14, 20)
    pdf.set_auto_page_break(auto=True, margin=24)
    pdf.add_page()
    pdf.set_font("Times", style="B", size=13)
    pdf.multi_cell(0, 7, INQUIRY_TITLE, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(3)
    pdf.set_font("Times", size=11)
    for paragraph in paragraphs(INQUIRY):
        pdf.multi_cell(0, 5.2, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(2.8)
    return bytes(pdf.output())


def meeting() -> bytes:
    """The meeting as a Word file: headings, a table, bold names with a colon, notes in brackets, a running head."""
    import docx

    document = docx.Document()
    document.core_properties.title = MEETING_TITLE
    document.core_properties.author = "Maddock Fenn"
    document.core_properties.created = document.core_properties.modified = datetime(2024, 10, 9, 21, 40)
    document.sections[0].header.paragraphs[0].text = "Town of Skarrow Point - not yet approved"
    document.add_heading(MEETING_TITLE, 0)
    for line in MEETING_ABOUT:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=2)
    for row in MEETING_AGENDA:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for line in paragraphs(MEETING):
        if line.startswith("# "):
            document.add_heading(line[2:], 1)
            continue
        paragraph = document.add_paragraph()
        label = SPEAKERS.match(line)
        if label is not None:
            paragraph.add_run(label[1]).bold = True
            paragraph.add_run(f"{label[2] or ''}: ")
        paragraph.add_run(line[label.end() if label else 0 :]).italic = line.startswith("[")
    written = io.BytesIO()
    document.save(written)
    return _without_times(written.getvalue())


def _without_times(content: bytes) -> bytes:
    """The same archive as if it had been packed at one moment, so that printing again changes nothing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, (2024, 10, 9, 21, 40, 0)), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def words_of(name: str) -> str:
    """What a reader of the printed document sees, a paragraph a piece, without heads and feet."""
    if name.endswith(".pdf"):
        return "\n\n".join([INQUIRY_TITLE, *paragraphs(INQUIRY)])
    said = (line.removeprefix("# ") for line in paragraphs(MEETING))
    return "\n\n".join([MEETING_TITLE, *MEETING_ABOUT, *(" ".join(row) for row in MEETING_AGENDA), *said])


PRINTED = {"2024-10-02-inquiry.pdf": inquiry, "2024-10-09-town-meeting.docx": meeting}

if __name__ == "__main__":
    for name, printed in PRINTED.items():
        content = printed()
        if not (SAMPLES / name).exists() or (SAMPLES / name).read_bytes() != content:
            (SAMPLES / name).write_bytes(content)
            sys.stdout.write(f"written: transcripts/{name}\n")
