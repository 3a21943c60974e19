"""A paper against the decree: findings that are true, each with its clause and how to mend it.

:func:`checked` runs every rule. A rule is one pure function from a :class:`~docgen.check.subject.Subject` to findings,
listed in the ``RULES`` of its module. What a file does not say is never a fault.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.check import (
    addressees,
    annexes,
    bases,
    body,
    capitals,
    citations,
    country,
    dating,
    headings,
    number,
    office,
    outline,
    page,
    printed,
    recipients,
    scope,
    seals,
    signature,
    stamps,
    title,
    typeface,
)
from docgen.check.findings import Finding, Level
from docgen.check.known import Citations, Cited, known
from docgen.check.limits import ND30_2020, Limits
from docgen.check.subject import CheckRule, Subject
from docgen.paper.model import Paper
from docgen.read import elements_of
from docgen.read.elements import Elements

__all__ = ["ND30_2020", "RULES", "Citations", "Cited", "Finding", "Level", "Limits", "checked", "known"]

#: Every rule, in the order in which a reader meets its subject on the page.
RULES: tuple[CheckRule, ...] = (
    *page.RULES,
    *typeface.RULES,
    *country.RULES,
    *office.RULES,
    *number.RULES,
    *dating.RULES,
    *title.RULES,
    *bases.RULES,
    *body.RULES,
    *printed.RULES,
    *outline.RULES,
    *headings.RULES,
    *citations.RULES,
    *capitals.RULES,
    *signature.RULES,
    *addressees.RULES,
    *recipients.RULES,
    *annexes.RULES,
    *stamps.RULES,
    *seals.RULES,
)

#: Rules for what stands behind the paper in its file: a text that it issues bears no number, date and signature.
ATTACHED_RULES: tuple[CheckRule, ...] = (*outline.RULES, *capitals.RULES)


def checked(
    paper: Paper,
    elements: Elements | None = None,
    *,
    cited: Citations = known,
    limits: Limits = ND30_2020,
) -> list[Finding]:
    """The findings on a paper, in the order of the page's parts; empty where nothing is wrong.

    A paper under other rules, or one that cannot be read, gets one remark C00 and nothing else. On a paper older than
    the decree, or of a type that it does not list, no rule can be broken: what it wants differently is told as
    practice, after a remark.

    Args:
        paper: the file as it was read.
        elements: its boxes, where the caller has them already.
        cited: what is known of documents that the paper cites.
        limits: the version of the decree to measure by.

    Source: NĐ 30/2020, PL I to III; the checks are numbered in docs.
    """
    sheet = Subject(
        paper=paper, elements=elements_of(paper) if elements is None else elements, limits=limits, cited=cited
    )
    remarks = list(scope.remarks(sheet))
    if scope.other_rules(sheet) or scope.unreadable(sheet):
        return remarks
    findings = [finding for rule in RULES for finding in rule(sheet)]
    if rest := scope.behind(sheet):
        attached = replace(sheet, elements=Elements(body=tuple(rest)))
        findings += [finding for rule in ATTACHED_RULES for finding in rule(attached)]
    if scope.advisory(sheet):
        findings = [replace(finding, level=Level.PRACTICE) for finding in findings]
    return remarks + findings
