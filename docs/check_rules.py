"""The reference of the rules, written from the rules: each with an example that breaks it and what is said then."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from wardcheck.checks.registry import CHECKS, ON_READING
from wardcheck.checks.rule import Rule
from wardcheck.checks.run import check
from wardcheck.checks.sample import SOUND, edited, read

_START = """\
# Rules of check

*Written by `docs/generate.py` from the rules themselves; change the rules, not this page.*

`wardcheck check` looks at what the ward files say and prints a line for each oddity: `path:line: rule: message`.
It says nothing where all is well. An **error** cannot be so. A **warning** can be so in the world, but is a mistake
more often. Either makes the exit code 1; with `--severity error` warnings are left out and do not count.

What is really so in the world is kept, with the reason, in the file that the finding points at, a ward file or
election.yaml:

```yaml
accepted:
  - {rule: total-within-papers, reason: "both figures are as the council published them"}
```

That silences this rule for this file and nothing else. `wardcheck check --accepted` prints all that is accepted.
"""


def reference() -> str:
    """The page ``docs/reference/checks.md``, in Markdown."""
    names = (f"| [`{rule.name}`](#{rule.name}) | {rule.severity} | {_cell(rule.description)} |" for rule in CHECKS)
    reading = (f"| `{rule.name}` | {_cell(rule.description)} |" for rule in ON_READING)
    parts = [
        _START,
        "| Rule | Severity | In a sound store |",
        "|---|---|---|",
        *names,
        "",
        "Before any of these, reading is strict. What breaks the following is no finding: no command answers from such",
        "a file, and `check` too ends with the exit code 2 and all the problems on standard error.",
        "",
        "| On reading | In a file that is read at all |",
        "|---|---|",
        *reading,
        "",
        *(line for rule in CHECKS for line in _section(rule)),
    ]
    return "\n".join(parts)


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.name}\n"
    yield f"{_cell(rule.description)} *({rule.severity})*\n"
    yield "```diff"
    files = edited(rule.example)
    for name in dict.fromkeys(edit.file for edit in rule.example):
        yield f"  # {name}"
        diff = unified_diff(SOUND[name].splitlines(), files[name].splitlines(), lineterm="", n=0)
        yield from (f"{line[0]} {line[1:]}" for line in diff if line[:3] not in ("---", "+++") and line[:2] != "@@")
    yield "```\n"
    yield "```text"
    yield from (f"{f.path}:{f.line}: {f.rule}: {f.message}" for f in check(*read(files)))
    yield "```\n"


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("<", r"\<").replace("*", r"\*")
