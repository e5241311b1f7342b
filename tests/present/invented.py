"""The invented reports from which `sample` builds comparisons: a ferry, a library, a heron."""

from stemma.model import Comparison, Problem
from tests.present.sample import Draft, Line, Plan, comparison

LEAD = "The ferry Merle ran aground on a sandbank off Tarn Holm early on Tuesday with 34 people on board."
RESCUE = "Two lifeboats and a coastal helicopter took off all passengers before noon, the harbour office said."
CARGO = "The vessel was also carrying eleven lorries, four of them loaded with live shellfish for the mainland market."
HISTORY = "Merle, built in the yards of Port Sellick 28 years ago, failed a steering inspection last spring."
WEATHER = "Forecasters had warned of dense fog in the channel since the evening before."
OWNER = "Sound Lines, which runs the crossing, declined to say whether the vessel should have sailed."
SPEECH = "“We heard a long scrape and then nothing at all,” said passenger Ilse Vantongeren."
POST = "Everyone is safe and warm at the school hall. Thank you to the crews. Kind regards from Tarn Holm Council."
STATEMENT = "The Marine Safety Board has opened an inquiry and asks witnesses to come forward by Friday."
PHRASE = "This is a developing story and will be updated."


def ferry() -> Plan:
    wire: list[Line] = [
        ("w1", "wire", LEAD),
        ("w2", "wire", RESCUE),
        ("w3", "wire", CARGO),
        ("w4", "wire", HISTORY),
        ("w5", "wire", WEATHER),
        ("w6", "wire", OWNER),
        ("q1", "wire", SPEECH),
    ]
    hidden: list[Line] = [
        ("w1", "wire", LEAD.replace("34", "dozens of")),
        ("w3", "wire", CARGO.replace("live shellfish", "seafood").replace(" for the mainland market", "")),
        ("w2", "wire", RESCUE.replace(", the harbour office said", "")),
        ("w4", "wire", HISTORY.replace("failed a", "passed a").replace("yards of ", "")),
        ("", "add", "A reader sent us the picture above."),
    ]
    branch: list[Line] = [
        ("b1", "slip", "Divers found a gash four metres long below the waterline, according to two crew members."),
        ("b2", "slip", "A salvage tug is expected from Port Sellick on the evening tide."),
        ("b3", "slip", "Islanders depend on the crossing for fuel, post and school."),
    ]
    own: list[Line] = [
        ("", "own", "Our reporter walked the shore at Tarn Holm from first light and counted the boats."),
        (
            "q1",
            "own",
            "“We heard a long scrape and then nothing at all,” Ilse Vantongeren told us, wrapped in a blanket.",
        ),
        ("", "own", "Nobody we met could remember a grounding here in forty years."),
        ("s1", "own", STATEMENT),
        ("", "own", "By nightfall the hull lay dry, and children were drawing its shape in the sand."),
    ]
    return Plan(
        drafts=[
            Draft(
                "Harbour Gazette", "Ferry runs aground off Tarn Holm", wire, head="TARN HOLM (Northgate)",
                credits=("Northgate",), published="2031-03-11T12:40:00", byline="By Northgate staff",
            ),
            Draft("Mainland Mail", "Fog blamed as ferry hits sandbank", hidden, published="2031-03-11"),
            Draft(
                "Coast Radio",
                "Passengers lifted from stranded ferry",
                [*wire[:3], ("p1", "own", POST), ("f1", "own", PHRASE)],
                credits=("Northgate",),
                published="2031-03-11T13:05:00",
            ),
            Draft(
                "The Sellick Times",
                "Tug awaited at Tarn Holm",
                [("w1", "wire", LEAD), *branch, ("s1", "own", STATEMENT), ("f1", "own", PHRASE)],
                published="2031-03-12",
            ),
            Draft(
                None,
                None,
                [(key, "slip", text.replace("four metres", "fourteen metres")) for key, _, text in branch]
                + [("p1", "own", POST)],
                uri="pile/blog-of-the-strait.html",
            ),
            Draft("Strand Weekly", "A night on the sand", own, published="2031-03-14", byline="By Odile Marchetti"),
            Draft(
                "Echo of the Sound",
                "Ferry: all safe",
                [("w4", "wire", HISTORY), ("w1", "wire", LEAD.replace("34", "36")), ("p1", "own", POST)],
                published="2031-03-11T15:00:00",
            ),
        ],
        origins={"wire": ("credited", "Northgate"), "slip": ("inferred", None)},
        arrows=[(0, 6, True), (3, 4, False)],
        texts=(2, 4),
        branches=[("wire", (0, 2))],
    )  # fmt: skip


def library() -> Plan:
    vote = "Councillors in Brackwater voted nine to six to close the reading room on Mill Lane from October."
    cost = "The building needs a new roof, which the treasurer puts at 410,000 crowns."
    plea = "“A town without a reading room is a car park with houses,” the librarian told the meeting."
    return Plan(
        drafts=[
            Draft(
                "Brackwater Post",
                "Reading room to close",
                [("v1", "a", vote), ("v2", "a", cost), ("q9", "a", plea)],
                published="2031-05-02",
            ),
            Draft(
                "Valley Courier",
                "Council shuts Mill Lane library",
                [
                    ("v1", "a", vote.replace("nine to six", "ten to five")),
                    ("v2", "a", cost.replace("needs", "may need")),
                ],
                published="2031-05-02",
            ),
            Draft(
                "Open Shelves",
                "What Mill Lane loses",
                [
                    (
                        "",
                        "own",
                        "The reading room opened the year the canal froze, and it has never had a quiet Saturday.",
                    ),
                    ("q9", "own", plea),
                    ("", "own", "Six of the fifteen who voted have held a card there since school."),
                ],
            ),
        ],
        origins={"a": ("inferred", None)},
        texts=(2, 2),
    )


def heron() -> Plan:
    lines: list[Line] = [
        ("", "own", "A white heron was counted on the Marle reservoir for the first time since records began."),
        ("", "own", "Volunteers watched it for an hour before it crossed the dam."),
    ]
    return Plan(drafts=[Draft("Marle Naturalist", "First white heron at Marle", lines, published="2031-05-04")])


def kennel() -> Plan:
    line: Line = ("", "own", "A spaniel from the hills won its ring at the Arlen show.")
    return Plan(drafts=[Draft("Kennel Letter", "Spaniel wins at Arlen", [line])])


def dozen() -> Comparison:
    """Twelve reports in four stories, one of them alone with itself, two inputs that failed and a duplicate."""
    return comparison(
        ferry(),
        library(),
        heron(),
        kennel(),
        errors=(
            Problem(input="pile/broken.pdf", reason="has no text layer"),
            Problem(input="x.html", reason="is empty"),
        ),
        duplicates=True,
    )


def couple() -> Comparison:
    """Two reports, one story."""
    plan = ferry()
    plan.drafts = [plan.drafts[0], plan.drafts[1]]
    plan.arrows = []
    plan.branches = []
    plan.texts = (1, 2)
    return comparison(plan)


def crowd(size: int) -> Comparison:
    """One story of `size` reports that take turns in what they cut from two unseen texts."""
    wire = [LEAD, RESCUE, CARGO, HISTORY, WEATHER, OWNER]
    drafts = []
    for n in range(size):
        parent = "wire" if n % 3 else "slip"
        lines: list[Line] = [
            (f"{parent[0]}w{i}", parent, text.replace("34", str(30 + n % 5)) if i == 0 else text)
            for i, text in enumerate(wire)
            if (n + i) % 4
        ]
        lines.append(("", "own", f"Correspondent number {n} saw the crossing from the {n % 7} o’clock ferry."))
        if n % 10 == 9:
            lines = [("", "own", f"Sentence {k} of a text that report {n} wrote by itself.") for k in range(5)]
        drafts.append(
            Draft(f"Outlet {n:02d} of the Sound", f"Ferry aground, version {n}", lines, published="2031-03-11")
        )
    return comparison(
        Plan(
            drafts=drafts,
            origins={"wire": ("credited", "Northgate"), "slip": ("inferred", None)},
            texts=(8, 9),
            branches=[("wire", tuple(n for n in range(size) if n % 6 == 1 and n % 10 != 9)), ("slip", (0, 3, 6))]
            if size > 6
            else [],
            arrows=[(1, 3, True), (2, 4, False)] if size > 4 else [],
        )
    )


def hostile() -> Comparison:
    """Two reports that try to run code, to turn the page around and to burst its layout."""
    script = "<script>document.title='owned'</script> <img src=x onerror=\"document.title='owned'\"> {{ 7 * 7 }}"
    turn = (
        "A sum of \u202e001 \u202c crowns \u2066was\u2069 paid \x00 to \ud800 the \U0001f6a2 crew at dawn on Tuesday."
    )
    huge = "Sea" * 900 + " is one word that no column holds, and the sentence goes on after it."
    lines: list[Line] = [("w1", "wire", script), ("w2", "wire", turn), ("w3", "wire", huge)]
    other = [(key, origin, text.replace("Tuesday", "Monday").replace("holds", "keeps")) for key, origin, text in lines]
    return comparison(
        Plan(
            drafts=[
                Draft("</title><script>document.title='owned'</script>", "\u202eenoemos <b onclick=x>", lines),
                Draft("O" * 300, "T" * 400, other, uri='"><script>document.title="owned"</script>.txt'),
            ],
            origins={"wire": ("credited", "<svg onload=\"document.title='owned'\">")},
        ),
        errors=(Problem(input="<script>document.title='owned'</script>", reason="\u202eis bad" + "x" * 500),),
    )
