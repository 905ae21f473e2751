"""What somebody may have meant who wrote a name that there is not."""

import pytest

from wardcheck.spelling import near, nearest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("Newcastle 2022", ["eastleigh-2022", "newcastle-upon-tyne-2022"], ["newcastle-upon-tyne-2022"]),
        ("crackley", ["chesterton", "crackley-and-red-street"], ["crackley-and-red-street"]),
        ("vote-share", ["votes-change", "share", "seats"], ["share"]),
        ("votes", ["last_elected_votes", "runner_up_votes", "seats"], ["runner_up_votes", "last_elected_votes"]),
        # by letters, where no word is shared
        # by letters, where no word is shared
        ("barnett-2018", ["barnet-2018", "brent-2014"], ["barnet-2018", "brent-2014"]),
        ("Joe Bloggs", ["", "-"], []),  # a name without words is part of none
        ("x" * 101, ["x" * 102], []),
    ],
)
def test_what_is_near(word: str, known: list[str], meant: list[str]) -> None:
    assert near(word, known) == meant


def test_the_end_of_a_message() -> None:
    assert nearest("share-of-vote", ["share", "vote", "seats"], count=2) == "; nearest: vote, share"
    assert nearest("zzz", ["share"], "see: wardcheck") == "; see: wardcheck"
    assert not nearest("zzz", ["share"])
