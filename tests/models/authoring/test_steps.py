"""The sentence that is made of an argument is in the language of its case."""

from models.authoring.beginning import fresh, with_source
from models.authoring.document import CaseText
from models.authoring.edits import add_argument, add_statement, set_field, set_head, set_premises
from models.authoring.source import pasted


def argued(document: CaseText) -> CaseText:
    document = add_statement(document, "assumptions", "Ice", label="Ice")
    document = add_statement(document, "assumptions", "Cold", label="Cold")
    document = add_statement(document, "recommendations", "Drive", label="Drive")
    return add_argument(document, "drive", (("means", "ice"),))


def reason(document: CaseText) -> str:
    return str(document.get("rules", "for-drive")["because"])


def test_a_step_is_said_in_the_language_of_the_case() -> None:
    korean = argued(set_head(fresh(), "language", "ko"))

    assert reason(korean) == "“Ice”: 그러므로 “Drive”"
    assert korean.get("recommendations", "drive")["addressee"] == "결정하는 이들"
    choice = set_premises(korean, "for-drive", "means", ({"any": ["not ice", "cold"]},))
    assert reason(choice) == "“Ice”의 부정 또는 “Cold”: 그러므로 “Drive”"


def test_a_case_in_a_language_without_words_of_ours_has_english_ones() -> None:
    assert reason(argued(set_head(fresh(), "language", "ar"))) == "If “Ice”, then “Drive”"


def test_our_sentences_follow_the_language_and_an_authors_stay() -> None:
    english = argued(fresh())
    own = set_field(english, "rules", "for-drive", "because", "So it was said")

    assert reason(set_head(english, "language", "ko")) == "“Ice”: 그러므로 “Drive”"
    assert reason(set_head(own, "language", "ko")) == "So it was said"


def test_a_source_tells_by_its_letters_in_which_language_a_new_case_is() -> None:
    source = pasted("겨울마다 호수는 얼 것이다.\n\n군은 다리를 닫아야 한다.")

    assert with_source(fresh(), source).data["language"] == "ko"
    assert with_source(argued(fresh()), source).data["language"] == "en"


def test_the_last_of_some_premises_is_joined_as_people_say_it() -> None:
    case = add_statement(argued(fresh()), "assumptions", "Snow", label="Snow")
    some = ({"at-least": 2, "of": ["ice", "cold", "snow"]},)

    assert reason(set_premises(case, "for-drive", "means", some)) == (
        "If at least 2 of “Ice”, “Cold” and “Snow”, then “Drive”"
    )
    korean = set_premises(set_head(case, "language", "ko"), "for-drive", "means", some)
    assert reason(korean) == "“Ice”, “Cold”, “Snow” 중 2가지 이상: 그러므로 “Drive”"
