"""``wardcheck slates`` as it is run."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from wardcheck.cli.main import run


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("options", [[], ["--by", "alphabet"], ["--party", "green"]])
def test_every_line_fits(
    width: int, options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert run(["slates", "barnet-2018", *options, "-f", "table"]) == 0
    for line in capsys.readouterr().out.splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_the_sentence_for_a_newspaper(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["slates", "barnet-2018", "-f", "table"]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert words.startswith(
        "Barnet, 3 May 2018: in 35 of 64 full slates of three, 54.7 %, the candidate first by surname had the most "
        "votes; 33.3 % would be expected if surnames had no bearing on votes"
    )
    assert "Webber, Rallings, Borisyuk and Thrasher (2014)" in words
    assert "Surname: what stands before a comma" in words


def test_a_party_has_its_own_rows_and_the_alphabet_is_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["slates", "barnet-2018", "--party", "Labour", "--columns", "party", "--no-header"]) == 0
    assert set(capsys.readouterr().out.split()) == {"lab"}
    assert run(["slates", "barnet-2018", "--party", "lab", "--by", "alphabet"]) == 2
    assert "--party: expected --by slate with it" in capsys.readouterr().err


def test_no_slates(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["slates", "barnet-2018", "--ward", "hale", "-f", "table"]) == 0
    assert capsys.readouterr().out.startswith("Hale, Barnet, 3 May 2018")
