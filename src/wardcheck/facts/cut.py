"""The cut: the line between the last elected and the first not elected, and the margins across it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from wardcheck.facts.slates import Polled, best_losers, lowest_first, polled
from wardcheck.model import Candidacy, Ward

DecidedBy = Literal["votes", "lot", "unopposed"]


class Cut(NamedTuple):
    """The two candidacies beside the cut, with what they polled."""

    last_elected: Candidacy
    last_elected_votes: int
    runner_up: Candidacy
    runner_up_votes: int

    @property
    def margin(self) -> int:
        """Seat margin in votes: min(votes of elected) - max(votes of not elected); negative if declared so."""
        return self.last_elected_votes - self.runner_up_votes


def had_poll(ward: Ward) -> bool:
    """Whether the ward polled on the day and the votes were counted: neither unopposed nor countermanded.

    It is as declared. Votes beside another status are a mistake in the file (see the rule ``declared-poll``), and no
    command reads them as a poll.
    """
    return ward.status == "contested"


def votes_known(ward: Ward) -> bool:
    """Whether the ward had a poll and the votes of every candidacy are known, so that votes can be added up."""
    return had_poll(ward) and ward.total_votes is not None


def contradiction(ward: Ward) -> str:
    """Why a declaration cannot be right as it stands, as a clause; empty where nothing speaks against it.

    A ward whose declared winners do not fit its seats or its votes has no margin: any figure across its cut would be
    stated as a fact and be none.
    """
    return judged(ward)[1]


def judged(ward: Ward) -> tuple[Cut | None, str]:
    """The cut, and why the declaration cannot be right as it stands, as a clause; empty where it can."""
    elected = len(ward.elected)
    cut = the_cut(ward)
    if had_poll(ward) and elected and elected != min(ward.seats, len(ward.candidates)):
        return cut, f"{elected} declared elected to {ward.seats} seat{'' if ward.seats == 1 else 's'}"
    if cut is not None and cut.margin < 0:
        return cut, "somebody elected with fewer votes than somebody not elected"
    return cut, ""


def sound_cut(ward: Ward) -> Cut | None:
    """The cut, where nothing speaks against the declaration; otherwise ``None``."""
    cut, why = judged(ward)
    return None if why else cut


def unexplained(ward: Ward, sound: Cut | None) -> bool:
    """Whether the votes across its ``sound_cut`` are level and the file does not say how that was settled."""
    return ward.tie_break is None and level(sound)


def level(cut: Cut | None) -> bool:
    """Whether there is a cut, with level votes beside it."""
    return cut is not None and cut.margin == 0


def behind(candidacy: Candidacy, votes: int | None, last_elected_votes: int | None) -> int | None:
    """Votes short of the last elected, 0 for the loser of a lot; ``None`` for the elected, or where either is unknown.

    Negative where the declaration contradicts itself.
    """
    if candidacy.elected or votes is None or last_elected_votes is None:
        return None
    return last_elected_votes - votes


def to_win(margin: int) -> int:
    """The further votes that win a seat outright from ``margin`` behind; one less would force a lot."""
    return margin + 1


def to_switch(margin: int) -> int:
    """The votes that win it if the holder loses each one to the challenger: half of the margin, rounded down, and 1."""
    return margin // 2 + 1


def the_cut(ward: Ward) -> Cut | None:
    """The cut of a ward by its *declared* result; ``None`` where nobody was left out or no votes are known.

    Among level candidacies the winner of a drawn lot is the last elected and a loser of it the runner-up;
    otherwise the order of the file decides which of them is named.
    """
    drawn = ward.tie_break.between if ward.tie_break is not None else ()
    last = first_out = None
    for one in polled(ward, ward.candidates):  # one pass: this is asked of every ward several times
        candidacy, votes = one
        if candidacy.elected:
            if last is None or votes < last.votes or (votes == last.votes and _drew(one, last, drawn)):
                last = one
        elif (
            first_out is None or votes > first_out.votes or (votes == first_out.votes and _drew(one, first_out, drawn))
        ):
            first_out = one
    return None if last is None or first_out is None else Cut(*last, *first_out)


def _drew(one: Polled, other: Polled, drawn: Sequence[str]) -> bool:
    """Whether the one drew a lot and the other, who is level, did not."""
    return one.candidacy.name in drawn and other.candidacy.name not in drawn


def party_cut(ward: Ward, sound: Cut | None) -> Cut | None:
    """The elected candidacy and the one not elected, *of different parties*, between which the lead is smallest.

    Its margin, the party margin, equals that of ``sound_cut`` unless the candidacies beside that are of one party, when
    nothing is at stake between parties there. Every independent is a party of one. ``None`` where no two parties face
    each other across the cut, or the declaration contradicts itself.
    """
    if sound is None or not sound.last_elected.same_party(sound.runner_up):
        return sound  # nobody elected is closer to anybody left out
    losers = best_losers(ward)
    pairs = [
        Cut(*winner, *loser)
        for winner in lowest_first(ward)
        for loser in losers
        if not winner.candidacy.same_party(loser.candidacy)
    ]
    return min(pairs, key=lambda pair: pair.margin, default=None)


def decided_by(ward: Ward, sound: Cut | None) -> DecidedBy | None:
    """How the last seat was filled, by its ``sound_cut``; ``None`` where no poll was held and nobody was elected.

    ``None`` too where the votes across the cut are level and the file does not say how that was settled: the law knows
    no other way than a lot, but nobody has declared one.
    """
    if ward.status == "countermanded" or not ward.elected:
        return None
    if ward.status == "unopposed" or len(ward.candidates) <= ward.seats:
        return "unopposed"
    if ward.tie_break is not None:
        return "lot"
    return None if unexplained(ward, sound) else "votes"
