"""Each rule comes with an example that breaks it and no other, one edit or two away from a sound store."""

from __future__ import annotations

import re

import pytest
from check_rules import reference

from wardcheck.checks import CHECKS, check
from wardcheck.checks.registry import ON_READING
from wardcheck.checks.rule import AcceptedRule, Edit, Rule
from wardcheck.checks.sample import SOUND, edited, read

every_rule = pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.name)


def test_the_sample_is_sound() -> None:
    assert check(*read(SOUND)) == []


@every_rule
def test_the_example_breaks_its_rule_alone(rule: Rule) -> None:
    (finding,) = check(*read(edited(rule.example)))
    assert (finding.rule, finding.severity) == (rule.name, rule.severity)
    line = edited(rule.example)[finding.path].splitlines()[finding.line - 1]
    assert line, "the finding points at a line with something on it"


@pytest.mark.parametrize("rule", [r for r in CHECKS if not isinstance(r, AcceptedRule)], ids=lambda rule: rule.name)
def test_the_rule_alone_finds_it_too(rule: Rule) -> None:
    assert [f.rule for f in check(*read(edited(rule.example)), rules=[rule])] == [rule.name]


@every_rule
def test_the_other_rules_do_not(rule: Rule) -> None:
    others = [other for other in CHECKS if other is not rule]
    assert check(*read(edited(rule.example)), rules=others) == []


def test_names_are_unique_and_kebab_case() -> None:
    names = [rule.name for rule in (*CHECKS, *ON_READING)]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


@every_rule
def test_a_description_is_one_sentence(rule: Rule) -> None:
    assert rule.description.endswith(".")
    assert ". " not in rule.description


def test_an_edit_that_changes_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="expected to find"):
        edited([Edit("anytown-2022/mill.yaml", "no such text", "")])


def test_the_reference_has_every_rule_with_its_message() -> None:
    page = reference()
    for rule in CHECKS:
        section = page.partition(f"\n## {rule.name}\n")[2].partition("\n## ")[0]
        (finding,) = check(*read(edited(rule.example)))
        assert f"*({rule.severity})*" in section
        assert f": {rule.name}: {finding.message}\n" in section
        assert "\n+ " in section or "\n- " in section
    assert all(f"| `{rule.name}` |" in page for rule in ON_READING)
    assert page.endswith("```\n")
