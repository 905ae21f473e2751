"""The list of commands, each with its question and two examples, so that none is imported but the one that runs."""

from typing import Literal, NamedTuple

Group = Literal["one", "two", "many", "written", "store"]
"""What somebody asks about who looks for a command."""

GROUPS: dict[Group, str] = {
    "one": "About one election, or several",
    "two": "About two elections",
    "many": "About many elections",
    "written": "About what others wrote, and to publish",
    "store": "About the store and the program",
}
"""The titles in the help, in its order."""


class Command(NamedTuple):
    """A command before it is imported: its module in this package, which has a function of the same name."""

    module: str
    group: Group
    question: str
    """What it answers: the docstring of that function, which a test compares."""
    example: str
    another: str

    @property
    def examples(self) -> tuple[str, str]:
        """Two command lines at the end of its help, which a test runs on the store of the repository."""
        return self.example, self.another


COMMANDS = {
    "margins": Command(
        "margins",
        "one",
        "How safe is each ward? Closest first.",
        "wardcheck margins barnet-2018",
        "wardcheck margins --region london --year 2018 --where 'margin < 20'",
    ),
    "close": Command(
        "close",
        "one",
        "Which seats nearly went the other way? Closest first.",
        "wardcheck close barnet-2018 --within 50 --party Lab",
        "wardcheck close --region london --year 2018 --where 'challenger_party = green'",
    ),
    "ward": Command(
        "ward",
        "one",
        "The whole declaration of one ward, the cut drawn.",
        "wardcheck ward barnet-2018 'High Barnet'",
        "wardcheck ward barnet-2018 high-barnet -f csv --columns candidate,votes",
    ),
    "councillors": Command(
        "councillors",
        "one",
        "Who was elected? Ward by ward, most votes first.",
        "wardcheck councillors barnet-2018",
        "wardcheck councillors barnet-2018 --ward Hale --ward Edgware",
    ),
    "seats": Command(
        "seats",
        "one",
        "Who runs the council, and who gained what? Largest party first.",
        "wardcheck seats barnet-2018",
        "wardcheck seats --region london --year 2022 --sort majority --limit 5",
    ),
    "control": Command(
        "control",
        "one",
        "How few voters would have changed control, and where?",
        "wardcheck control wandsworth-2018 --party Lab --switch",
        "wardcheck control --region london --year 2022 --sort scenario_voters --limit 5",
    ),
    "parties": Command(
        "parties",
        "one",
        "What did each party poll and win? Most votes first.",
        "wardcheck parties barnet-2018 --total",
        "wardcheck parties --region london --year 2018 --by all",
    ),
    "turnout": Command(
        "turnout",
        "one",
        "Who voted, by which definition? Highest turnout first, or with --from the largest rise.",
        "wardcheck turnout barnet-2018 --total",
        "wardcheck turnout croydon-2022 --from croydon-2018",
    ),
    "splits": Command(
        "splits",
        "one",
        "How many papers must have been split between parties, or can have been? Most of all papers first.",
        "wardcheck splits barnet-2018 --by party --ward hale",
        "wardcheck splits barnet-2018 --proof east-barnet",
    ),
    "slates": Command(
        "slates",
        "one",
        "How evenly did the votes of a slate fall, and did the alphabet decide? Widest spread in percent first.",
        "wardcheck slates barnet-2018 --party Labour",
        "wardcheck slates --region london --year 2018 --by alphabet",
    ),
    "whatif": Command(
        "whatif",
        "one",
        "How many seats at which swing between two parties? Arithmetic, no forecast.",
        "wardcheck whatif wandsworth-2018 --between lab,con",
        "wardcheck whatif wandsworth-2018 --between lab,con --at 3",
    ),
    "change": Command(
        "change",
        "two",
        "How did each party's vote move? Most votes first.",
        "wardcheck change barnet-2014 barnet-2018",
        "wardcheck change --region london --year 2022 --by ward --where changed",
    ),
    "swing": Command(
        "swing",
        "two",
        "What was the swing between two parties, ward by ward? Wards together, then the largest swing to A first.",
        "wardcheck swing barnet-2014 barnet-2018 --between con,lab",
        "wardcheck swing --region london --year 2022 --between Lab,Con",
    ),
    "flows": Command(
        "flows",
        "two",
        "Where can a party's voters have gone? Bounds alone, nothing is estimated.",
        "wardcheck flows barnet-2018 --party ukip",
        "wardcheck flows derby-2014 derby-2018 --by ward -f csv",
    ),
    "relate": Command(
        "relate",
        "two",
        "What goes with a change across wards? The relation, never what individuals did.",
        "wardcheck relate barnet-2018 --party lab --with jewish/residents",
        "wardcheck relate barnet-2018 --between con,lab --with-party ukip",
    ),
    "history": Command(
        "history",
        "many",
        "This council, or this ward, over all elections in the store. Earliest first.",
        "wardcheck history Barnet",
        "wardcheck history barnet --ward 'East Barnet'",
    ),
    "find": Command(
        "find",
        "many",
        "Where did this person stand? In all of the store, or in the elections named.",
        "wardcheck find 'amy trevethan' 'barnet-*'",
        "wardcheck find smith 'barnet-*' --where elected",
    ),
    "ties": Command(
        "ties",
        "many",
        "Where did a lot decide? In all of the store, or in the elections named.",
        "wardcheck ties",
        "wardcheck ties hertsmere-2019 -f md",
    ),
    "claims": Command(
        "claims",
        "written",
        "Is what they wrote true? A verdict for each claim of a file.",
        "wardcheck claims docs/claims/conservativehome-2018.yaml",
        "wardcheck claims docs/claims/kenilworth-2019.yaml --where 'verdict != holds'",
    ),
    "report": Command(
        "report",
        "written",
        "A page to publish: who won, how close it was, what moved, with charts and tables.",
        "wardcheck report barnet-2018 -o barnet.html",
        "wardcheck report barnet-2018 --from barnet-2014 -o barnet.html",
    ),
    "elections": Command(
        "elections",
        "store",
        "What is in the store? All of it, or the elections named.",
        "wardcheck elections --region london --year 2018",
        "wardcheck elections Barnet --kind both --where 'date >= 2021-01-01'",
    ),
    "export": Command(
        "export",
        "store",
        "Every candidacy as one long table, with all fields of its election and ward.",
        "wardcheck export barnet-2018 -o barnet.csv",
        "wardcheck export 'barnet-*' --columns election,ward,candidate,party,votes",
    ),
    "check": Command(
        "check",
        "store",
        "Is the store sound? Silent if so, else a line for each finding and exit code 1; all elections by default.",
        "wardcheck check barnet-2018",
        "wardcheck check barnet-2018 --accepted -f csv",
    ),
    "import": Command(
        "import_",
        "store",
        "Bring in published results: ward files from a file of many.",
        "wardcheck import leap tests/cli/town.csv --date 2018-05-03 --dry-run",
        "wardcheck import tests/cli/town.csv --date 2018-05-03 --dry-run -f csv",
    ),
    "completion": Command(
        "completion_",
        "store",
        "What makes a shell complete commands, elections, wards and columns: a script to evaluate.",
        'eval "$(wardcheck completion bash)"',
        "wardcheck completion fish | source",
    ),
}
"""Every command by name; help keeps the order."""
