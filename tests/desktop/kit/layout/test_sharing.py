"""A height is dealt out to blocks by what each claims."""

from desktop.kit.layout.needs import Claim, dealt


def test_a_height_is_dealt_by_least_then_need_then_share() -> None:
    claims = (Claim(100, 100), Claim(50, 150), Claim(50, 250, 1))

    assert dealt(150, claims) == [100, 50, 50]
    assert dealt(350, claims) == [100, 100, 150]
    assert dealt(600, claims) == [100, 150, 350]


def test_what_is_left_goes_to_what_can_grow_before_it_is_shared() -> None:
    claims = [Claim(least=10, natural=20, more=5), Claim(least=10, natural=10, share=1)]

    assert dealt(34, claims) == [24, 10]
    assert dealt(50, claims) == [25, 25]
