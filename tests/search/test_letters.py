"""What counts as the same in a search: letters with and without marks, dashes, figures, scripts."""

from pathlib import Path

import pytest

from tests.search.looking import found_with


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("at 7.9 crowns", "7.9"),
        ("of A100 chips", "A100"),
        ("split 60/30/10", "60/30/10"),
        ("for $0.55 each", "$0.55"),
        ("a gain of 3–6 points", "3–6"),
        ("of 1,000 MWh", "1,000"),
        ("naïve café crème", "cafe creme"),
        ("cafe creme", "café crème"),
        ("ＡＢＣ１２", "abc12"),
        ("by 人工智能产业", "智能"),
        ("by 人工智能产业", "产"),
        ("by 人工智能产业", "人工 产业"),
        ("DeepSeek人工", "deepseek"),
        ("どのモデルか", "モデル"),
        ("открытые модели", "МОДЕЛ"),
        ("인공지능을 위한", "지능"),
        ("by Łukasz Ødegård", "lukasz odegard"),
        ("by Lukasz", "Łukasz"),
        ("O’Neill’s plan", "O'Neill's"),
        ("Oʼneill", "o'neill"),
        ("O'Neill", "O‘Neill"),
        ("a long-term plan", "long–term"),
        ("a long—term plan", "long-term"),
        ("a long−term plan", "long term"),
        ("co\u00adoperation", "cooperation"),
        ("for $5.6m", "5.6 million"),
        ("for $5.6 million", "5.6m"),
        ("for $5.6 million", "$5.6M"),
        ("for $5.6mn", "5.6m"),
        ("of 7B parameters", "7 billion"),
        ("of 20,000 chips", "20000"),
        ("of 20000 chips", "20,000"),
    ],
)
def test_figures_and_words_are_found_as_typed(written: str, query: str, tmp_path: Path) -> None:
    assert found_with(tmp_path, "sells at 65 crowns", f"sells {written}", query) == [
        "claim:alder-price"
    ]


def test_a_figure_is_not_found_in_another(tmp_path: Path) -> None:
    assert found_with(tmp_path, "sells at 65 crowns", "sells at 15.6 crowns", "5.6") == [
        "claim:birch-subsidy"
    ]


def test_parts_of_words_without_spaces_must_follow_one_another(tmp_path: Path) -> None:
    assert found_with(tmp_path, "sells at 65 crowns", "人工智能", "人智") == []


def test_a_unit_belongs_to_its_figure(tmp_path: Path) -> None:
    assert found_with(tmp_path, "sells at 65 crowns", "sells at 5.6 metres", "5.6m of") == []
