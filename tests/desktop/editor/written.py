"""A small argument, written by the steps that a person takes."""

from tests.desktop.editor.bench import Desk


def written(desk: Desk) -> None:
    """Two assumptions, a finding, and advice that follows from it."""
    desk.mark("Most families are likely to have time for it on that day alone", "assumptions")
    desk.mark("visitors on Sundays are people who never come on other days", "assumptions")
    desk.mark("opening would reach new readers", "findings")
    desk.click("add-argument")
    desk.premise("if", "A1")
    desk.premise("if", "not A2")
    desk.mark("The council should open the library on Sundays from autumn", "recommendations")
    desk.click("add-argument")
    desk.premise("need", "F1")
