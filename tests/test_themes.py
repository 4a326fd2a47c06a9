"""Themes: what a palette must hold, and that the shipped ones can be told apart by everyone."""

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.themes.contrast import contrast, luminance, nearest_readable
from briefing.themes.reading import load_themes, read_theme
from briefing.themes.theme import LEAST_CONTRAST, TEXT_COLOURS, Theme, text_pairs, theme_folders

COLOURS = {
    "background": "#101418",
    "surface": "#1a2026",
    "text": "#e0e6ea",
    "muted": "#9aa8b0",
    "accent": "#b8a8f0",
    "first": "#74aef5",
    "second": "#ee9c56",
    "good": "#87c794",
    "caution": "#e2cf74",
    "bad": "#f0838f",
    "cursor": "#39405f",
    "cursor_text": "#f6f7fb",
    "border": "#474d68",
}
SHIPPED, _ = load_themes([theme_folders()[0]])

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def write_theme(
    folder: Path, file: str = "calm.yaml", name: str = "calm", more: str = "", **changes: str
) -> Path:
    """Write a theme with some colours changed, and return its file."""
    lines = [f"name: {name}", "title: Calm", *more.splitlines(), "colours:"]
    lines += [f'  {key}: "{colour}"' for key, colour in {**COLOURS, **changes}.items()]
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / file
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def told(path: Path) -> list[str]:
    """Return the problems of a theme as they are printed, without the folder."""
    theme, problems = read_theme(path)
    assert (theme is None) == bool(problems)
    return [str(problem._replace(file=path.name)) for problem in problems]


# --- the contrast of WCAG 2.2 ---------------------------------------------------------------


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_known_grey_just_passes_on_white_and_the_next_does_not() -> None:
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_green_is_brighter_than_red_and_red_than_blue() -> None:
    weights = [luminance(colour) for colour in ("#ff0000", "#00ff00", "#0000ff")]
    assert weights == pytest.approx([0.2126, 0.7152, 0.0722])


@given(colours, colours)
def test_contrast_is_the_same_either_way_round_and_between_1_and_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21 + 1e-9


@given(colours, colours)
def test_on_one_ground_there_is_always_a_readable_shade(colour: str, ground: str) -> None:
    shade = nearest_readable(colour, [ground], 4.5)
    assert shade is not None
    assert contrast(shade, ground) >= 4.5


@given(colours, colours)
def test_of_the_readable_shades_none_is_nearer_in_lightness(colour: str, ground: str) -> None:
    def lightness(shade: str) -> float:
        parts = bytes.fromhex(shade[1:])
        return (max(parts) + min(parts)) / 2

    shade = nearest_readable(colour, [ground], 4.5)
    assert shade is not None
    if contrast(colour, ground) >= 4.6:
        assert abs(lightness(shade) - lightness(colour)) <= 2


def test_between_grounds_far_apart_no_shade_can_be_read() -> None:
    assert nearest_readable("#777777", ["#000000", "#ffffff"], 7.0) is None


# --- reading a theme ------------------------------------------------------------------------


def test_a_theme_is_read_with_all_its_colours(tmp_path: Path) -> None:
    theme, problems = read_theme(write_theme(tmp_path))
    assert not problems
    assert theme is not None
    assert (theme.name, theme.title, theme.contrast, theme.dark) == ("calm", "Calm", "normal", True)
    assert {name: getattr(theme.colours, name) for name in COLOURS} == COLOURS


def test_dark_text_on_a_light_ground_makes_a_light_theme(tmp_path: Path) -> None:
    dark_on_light = dict.fromkeys((*TEXT_COLOURS, "cursor_text"), "#101010")
    light = dict.fromkeys(("background", "surface", "cursor"), "#ffffff")
    theme, _ = read_theme(write_theme(tmp_path, **dark_on_light, **light))
    assert theme is not None
    assert not theme.dark


def test_text_too_faint_is_told_with_its_ratio_and_a_shade_that_would_do(tmp_path: Path) -> None:
    path = write_theme(tmp_path, muted="#5a6a72")
    assert told(path) == [
        'calm.yaml:7:10: error THM001: "muted" on "surface" has a contrast of 2.92:1, below '
        '4.5:1 – "#768992" would do'
    ]
    assert not told(write_theme(tmp_path, muted="#768992"))


@pytest.mark.parametrize("name", TEXT_COLOURS)
def test_every_text_colour_must_be_read_on_the_background_and_on_the_surface(
    tmp_path: Path, name: str
) -> None:
    # Readable on a black background, but not on the grey surface.
    grounds = {"background": "#000000", "surface": "#4a4a4a"}
    faint = dict.fromkeys(TEXT_COLOURS, "#ffffff") | {name: "#9c9c9c"}
    [problem] = told(write_theme(tmp_path, **grounds, **faint))
    assert f'THM001: "{name}" on "surface" has a contrast of 3.22:1' in problem


def test_the_text_of_the_highlighted_row_must_be_read_on_it(tmp_path: Path) -> None:
    [problem] = told(write_theme(tmp_path, cursor_text="#7780a0"))
    assert 'THM001: "cursor_text" on "cursor" has a contrast of 2.59:1' in problem


def test_high_contrast_asks_for_seven_to_one(tmp_path: Path) -> None:
    [problem] = told(write_theme(tmp_path, more="contrast: high", muted="#b9c4cc", bad="#e0707c"))
    assert '"bad" on "surface" has a contrast of 5.30:1, below 7:1' in problem


def test_grounds_on_which_no_shade_can_be_read_are_told_of_themselves(tmp_path: Path) -> None:
    white = dict.fromkeys(TEXT_COLOURS, "#ffffff")
    problems = told(write_theme(tmp_path, more="contrast: high", surface="#ffffff", **white))
    assert len(problems) == len(TEXT_COLOURS)
    assert 'change "surface": no shade of it passes' in problems[0]


def test_a_colour_without_quotation_marks_is_a_comment_and_said_to_be(tmp_path: Path) -> None:
    path = write_theme(tmp_path)
    path.write_text(path.read_text().replace('"#101418"', "#101418"))
    assert told(path) == [
        'calm.yaml:4:14: error FLD005: "background" is empty – put colours in quotation marks: '
        '"#1b2a3c"'
    ]


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#1234567", "rgb(1,2,3)", "١٢٣"])
def test_a_colour_is_a_number_sign_and_six_hexadecimal_digits(tmp_path: Path, colour: str) -> None:
    assert told(write_theme(tmp_path, accent=colour)) == [
        'calm.yaml:8:11: error FLD006: "accent" must be six hexadecimal digits such as "#1b2a3c", '
        f'but is "{colour}"'
    ]


def test_a_missing_and_an_unknown_colour_are_both_told(tmp_path: Path) -> None:
    path = write_theme(tmp_path)
    path.write_text(path.read_text().replace("caution:", "causion:"))
    assert told(path) == [
        'calm.yaml:4:3: error FLD002: a palette needs "caution"',
        'calm.yaml:12:3: error FLD001: unknown key "causion" in a palette – '
        "did you mean 'caution'?",
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (b"", "FLD003"),
        (b"- a\n- b\n", "FLD003"),
        (b"name: [", "YML001"),
        (b"\xff\xfe", "FIL004"),
        (b"a: &a [*a]", "YML002"),
        (b"[" * 60_000, "YML004"),
        (b"name: !!python/object/apply:os.system [id]", "YML003"),
    ],
)
def test_a_file_that_is_no_theme_is_one_problem(tmp_path: Path, text: bytes, rule: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(text)
    [problem] = told(path)
    assert f"error {rule}: " in problem


def test_control_characters_of_a_theme_never_reach_the_terminal(tmp_path: Path) -> None:
    path = write_theme(tmp_path, file="\x1b[2J.yaml", name='"\\e[31m"')
    theme, problems = read_theme(path)
    assert theme is None
    assert all(str(problem).isprintable() for problem in problems)


# --- folders of themes ----------------------------------------------------------------------


def test_the_users_theme_wins_over_a_shipped_one_of_the_same_name(tmp_path: Path) -> None:
    write_theme(tmp_path / "shipped")
    write_theme(tmp_path / "shipped", file="other.yaml", name="other")
    write_theme(tmp_path / "own", text="#ffffff")
    themes, problems = load_themes([tmp_path / "shipped", tmp_path / "own"])
    assert [(theme.name, theme.colours.text) for theme in themes] == [
        ("calm", "#ffffff"),
        ("other", COLOURS["text"]),
    ]
    assert not problems


def test_a_broken_theme_of_the_user_leaves_the_shipped_one_in_place(tmp_path: Path) -> None:
    write_theme(tmp_path / "shipped")
    broken = write_theme(tmp_path / "own", text="#202020")
    themes, [problem] = load_themes([tmp_path / "shipped", tmp_path / "own"])
    assert [theme.colours.text for theme in themes] == [COLOURS["text"]]
    assert problem.file == str(broken)


def test_two_themes_of_one_name_in_a_folder_are_a_problem_and_the_first_counts(
    tmp_path: Path,
) -> None:
    write_theme(tmp_path, file="a.yaml")
    second = write_theme(tmp_path, file="b.yaml", text="#ffffff")
    [theme], [problem] = load_themes([tmp_path])
    assert theme.colours.text == COLOURS["text"]
    assert str(problem) == (
        f'{second}:1: error THM002: the theme name "calm" is used twice – '
        "it stands in a.yaml already"
    )


def test_a_folder_that_does_not_exist_holds_no_themes(tmp_path: Path) -> None:
    assert load_themes([tmp_path / "none"]) == ([], [])


def test_a_folder_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    path = write_theme(tmp_path)
    [problem] = load_themes([path])[1]
    assert str(problem) == f"{path}: error FIL001: cannot be read: Not a directory"


# --- the shipped themes ---------------------------------------------------------------------

# How colours look to readers who lack one kind of cone: the matrices of G. M. Machado,
# M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for Simulation of
# Color Vision Deficiency", IEEE TVCG 15 (2009), at severity 1.0, for linear RGB.
VISIONS = {
    "common": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def lab(colour: str, vision: str) -> tuple[float, float, float]:
    """Return a colour in CIELAB (D65; IEC 61966-2-1 and CIE 15), as seen by some readers."""
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    red, green, blue = (
        min(max(sum(m * part for m, part in zip(row, linear, strict=True)), 0), 1)
        for row in VISIONS[vision]
    )
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


Lab = tuple[float, float, float]


def ciede2000(one: Lab, other: Lab) -> float:
    """Return the CIEDE2000 difference of two colours in CIELAB.

    After G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 color-difference formula:
    implementation notes, supplementary test data, and mathematical observations", Color
    Research and Application 30 (2005).
    """
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    grow = 1.5 - 0.5 * sqrt(chroma**7 / (chroma**7 + 25**7))
    c1, c2 = hypot(a1 * grow, b1), hypot(a2 * grow, b2)
    h1, h2 = (degrees(atan2(b, a * grow)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    lightness, chroma, hue = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    dl = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * t)
    twist = -2 * sqrt(chroma**7 / (chroma**7 + 25**7))
    twist *= sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(dl**2 + dc**2 + dh**2 + twist * dc * dh)


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (61, -5, 29), 22.8977),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ],
)
def test_colours_differ_as_the_published_test_data_say(
    one: Lab, other: Lab, difference: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(difference, abs=0.0001)


def difference(theme: Theme, one: str, other: str, vision: str) -> float:
    """Return how far apart two of a theme's colours are for some readers."""
    seen = (lab(getattr(theme.colours, name), vision) for name in (one, other))
    return ciede2000(*seen)


def test_six_themes_ship_and_dusk_is_one_of_them() -> None:
    assert [theme.name for theme in SHIPPED] == [
        "dusk",
        "high-contrast",
        "high-contrast-light",
        "paper",
        "sepia",
        "slate",
    ]


@pytest.mark.parametrize("theme", SHIPPED, ids=lambda theme: theme.name)
def test_all_text_of_a_shipped_theme_can_be_read(theme: Theme) -> None:
    least = LEAST_CONTRAST["high" if theme.name.startswith("high-contrast") else "normal"]
    for name, grounds in text_pairs():
        for ground in grounds:
            ratio = contrast(getattr(theme.colours, name), getattr(theme.colours, ground))
            assert ratio >= least, (name, ground)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", SHIPPED, ids=lambda theme: theme.name)
def test_sides_and_text_are_told_apart_by_every_reader(theme: Theme, vision: str) -> None:
    for one, other in combinations(("first", "second", "text"), 2):
        assert difference(theme, one, other, vision) >= 20, (one, other)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", SHIPPED, ids=lambda theme: theme.name)
def test_good_caution_and_bad_are_told_apart_by_every_reader(theme: Theme, vision: str) -> None:
    for one, other in combinations(("good", "caution", "bad", "text"), 2):
        assert difference(theme, one, other, vision) >= 10, (one, other)


def test_a_red_and_a_green_that_look_alike_to_some_are_found_alike_by_this_test() -> None:
    red, green = "#f0838f", "#87c794"
    assert ciede2000(lab(red, "common"), lab(green, "common")) > 50
    assert ciede2000(lab(red, "deutan"), lab(green, "deutan")) < 5
