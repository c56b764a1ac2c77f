"""The catalogue of movements: what coaches write, and what a lifter makes of it."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any, get_args

import pytest
import rtoml
from hypothesis import given
from hypothesis import strategies as st

from tests.notation import CATALOGUE
from wod.models import Family
from wod.notation.grammar.catalogue import Movement

FILE = rtoml.loads(files("wod.notation").joinpath("movements.toml").read_text(encoding="utf-8"))
ENTRIES: dict[str, dict[str, Any]] = {
    name: fields for entries in FILE["movements"].values() for name, fields in entries.items()
}


def name_of(written: str) -> str | None:
    found = CATALOGUE.find(written)
    return found.name if found else None


# The lifts

SNATCHES = [
    ("Snatch", "Snatch", "Snatch"),
    ("SNATCHES", "Snatch", "Snatch"),
    ("Squat Snatch", "Snatch", "Snatch"),
    ("Power Snatch", "Power Snatch", "Power Snatch"),
    ("Muscle Snatch", "Muscle Snatch", "Snatch"),
    ("Tall Muscle Snatch", "Tall Muscle Snatch", "Snatch"),
    ("Hang Snatch", "Hang Snatch", "Snatch"),
    ("Hang Power Snatch", "Hang Power Snatch", "Power Snatch"),
    ("Power Snatch from the Hang", "Hang Power Snatch", "Power Snatch"),
    ("Low Hang Power Snatch", "Low-Hang Power Snatch", "Power Snatch"),
    ("Snatch from High Hang", "High-Hang Snatch", "Snatch"),
    ("Hang Snatch (below the knee)", "Hang Snatch below Knee", "Snatch"),
    ("Hip Snatch", "Hip Snatch", "Snatch"),
    ("Snatch from the Power Position", "Power-Position Snatch", "Snatch"),
    ("Dip Snatch", "Dip Snatch", "Snatch"),
    ("Tall Snatch", "Tall Snatch", "Snatch"),
    ("Slow Pull Power Snatch", "Slow-Pull Power Snatch", "Power Snatch"),
    ("No-Contact Snatch", "No-Contact Snatch", "Snatch"),
    ("Snatch, no feet", "No-Feet Snatch", "Snatch"),
    ("No Hook, No Feet Snatch", "No-Feet No-Hook Snatch", "Snatch"),
    ("3- Position Snatch", "3-Position Snatch", "Snatch"),
    ("2-Position Power Snatch", "2-Position Power Snatch", "Power Snatch"),
    ("Three-Position Snatch", "3-Position Snatch", "Snatch"),
    ("Snatch from Blocks (knee height)", "Block Snatch at Knee", "Snatch"),
    ("Low Block Snatch", "Low-Block Snatch", "Snatch"),
    ("Segment Snatch", "Segmented Snatch", "Snatch"),
    ("Snatch with a two-second pause below the knee", "Pause Snatch below Knee", "Snatch"),
    ("Snatch with pause at knee and hip", "Pause Snatch at Knee at Hip", "Snatch"),
    ("Power Snatch w/ 2s pause at mid-thigh", "Pause Power Snatch at Mid-Thigh", "Power Snatch"),
    ("Snatch Balance", "Snatch Balance", "Snatch"),
    ("Heaving Snatch Balance", "Heaving Snatch Balance", "Snatch"),
    ("Drop Snatch", "Drop Snatch", "Snatch"),
]
CLEANS = [
    ("Cleans", "Clean", "Clean"),
    ("Hang Squat Clean", "Hang Clean", "Clean"),
    ("Power Clean", "Power Clean", "Power Clean"),
    ("Power Hang Clean", "Hang Power Clean", "Power Clean"),
    ("Power Clean with 3 second pause at knee", "Pause Power Clean at Knee", "Power Clean"),
    ("Clean from Below the Knee", "Clean below Knee", "Clean"),
    ("Hang Clean – Above the Knee", "Hang Clean above Knee", "Clean"),
    ("Power Clean from High Blocks (mid-thigh)", "High-Block Power Clean at Mid-Thigh", "Power Clean"),
    ("Power Clean (touch and go)", "Touch-and-Go Power Clean", "Power Clean"),
    ("Clean with 3 second hold in the receiving position", "Pause Clean in Catch", "Clean"),
    ("Muscle Clean", "Muscle Clean", "Clean"),
    ("Split Clean", "Split Clean", "Clean"),
]
CLEANS_AND_JERKS = [
    ("Clean & Jerk", "Clean & Jerk", "Clean & Jerk"),
    ("clean and jerks", "Clean & Jerk", "Clean & Jerk"),
    ("C&J", "Clean & Jerk", "Clean & Jerk"),
    ("Clean and Split Jerk", "Clean & Jerk", "Clean & Jerk"),
    ("Hang Clean & Jerk", "Hang Clean & Jerk", "Clean & Jerk"),
    ("Power Clean & Push Jerk", "Power Clean & Push Jerk", "Clean & Jerk"),
    ("Power Clean & Power Jerk", "Power Clean & Power Jerk", "Power Clean & Power Jerk"),
]
JERKS = [
    ("Split Jerk", "Split Jerk", "Jerk"),
    ("Push Jerks", "Push Jerk", "Jerk"),
    ("Power Jerk", "Power Jerk", "Jerk"),
    ("Squat Jerk", "Squat Jerk", "Jerk"),
    ("Tall Jerk", "Tall Jerk", "Jerk"),
    ("BTN Split Jerk", "Behind-the-Neck Split Jerk", "Jerk"),
    ("Jerk from Blocks", "Block Jerk", "Jerk"),
    ("Jerk from Split", "Jerk from Split", "Jerk"),
    ("Jerk with 2-count pause in the dip", "Pause Jerk in Dip", "Jerk"),
    ("Jerk Balance", "Jerk Balance", "Jerk"),
    ("Jerk Dip Squat", "Jerk Dip Squat", "Jerk"),
    ("Jerk Dip & Drive", "Jerk Drive", "Jerk"),
    ("Jerk Recoveries", "Jerk Recovery", "Jerk"),
    ("Shoulder to Overhead", "Shoulder-to-Overhead", "Jerk"),
]
SQUATS = [
    ("Back Squats", "Back Squat", "Back Squat"),
    ("High-Bar Back Squat", "Back Squat", "Back Squat"),
    ("Barbell Back Squat", "Back Squat", "Back Squat"),
    ("Front Squat (3 second pause in the bottom)", "Pause Front Squat", "Front Squat"),
    ("1 1/4 Front Squat", "One-and-a-Quarter Front Squat", "Front Squat"),
    ("OHS", "Overhead Squat", "Overhead Squat"),
    ("Box Squat", "Box Squat", "Back Squat"),
    ("Jump Squats", "Jump Squat", "Back Squat"),
    ("KB Goblet Squat", "Goblet Squat", None),
    ("Double KB Front Squat", "Double Kettlebell Front Squat", None),
    ("Bulgarian Split Squats", "Bulgarian Split Squat", None),
    ("DB Rear-Foot Elevated Split Squat", "Dumbbell Bulgarian Split Squat", None),
    ("Pistols", "Pistol", None),
    ("Cossack Squats", "Cossack Squat", None),
    ("Hatfield Squat", "Hatfield Squat", "Back Squat"),
    ("Petersen Step Down", "Step-Down", None),
    ("Barbell Lunges", "Barbell Lunge", None),
    ("1-Arm DB OH Walking Lunge", "Single-Arm Dumbbell Overhead Walking Lunge", None),
    ("Front Rack Reverse Lunges", "Front-Rack Reverse Lunge", None),
    ("Weighted Box Step-Ups", "Weighted Step-Up", None),
]
PULLS = [
    ("Snatch Pull with Straps", "Snatch Pull", "Snatch"),
    ("Clean Pull to Knee", "Clean Pull to Knee", "Clean"),
    ("Snatch Deficit Pulls", "Deficit Snatch Pull", "Snatch"),
    ("Halting Snatch Deadlift", "Halting Snatch Deadlift", "Snatch"),
    ("Snatch Halting Deadlift", "Halting Snatch Deadlift", "Snatch"),
    ("Snatch Segment Pull", "Segmented Snatch Pull", "Snatch"),
    ("Clean Pulls from Blocks", "Block Clean Pull", "Clean"),
    ("Snatch High-Pull", "Snatch High Pull", "Snatch"),
    ("Clean High Pull from the Hip", "Hip Clean High Pull", "Clean"),
    ("Snatch Lift-Off", "Snatch Lift-Off", "Snatch"),
    ("Clean Deadlift", "Clean Deadlift", "Clean"),
    ("Snatch-Grip Deficit Deadlift", "Deficit Snatch Deadlift", "Snatch"),
    ("Deadlift (snatch grip)", "Snatch Deadlift", "Snatch"),
    ("Deadlifts", "Deadlift", "Deadlift"),
    ("Sumo Deadlift", "Sumo Deadlift", "Deadlift"),
    ("Trap Bar Deadlift", "Trap-Bar Deadlift", None),
    ("RDL", "Romanian Deadlift", "Deadlift"),
    ("Snatch Grip RDL", "Snatch Romanian Deadlift", "Snatch"),
    ("Single-Leg KB RDL", "Single-Leg Kettlebell Romanian Deadlift", None),
    ("Barbell Good Mornings", "Good Morning", "Back Squat"),
]
PRESSES = [
    ("Strict Press", "Press", "Press"),
    ("Shoulder Press", "Press", "Press"),
    ("Strict DB Press", "Dumbbell Press", None),
    ("Seated Dumbbell Shoulder Press", "Seated Dumbbell Press", None),
    ("Push Presses", "Push Press", "Push Press"),
    ("Behind the Neck Push Press", "Behind-the-Neck Push Press", "Push Press"),
    ("Snatch Grip Behind-the-Neck Push Press", "Snatch Push Press", "Snatch"),
    ("Behind the Neck Snatch-Grip Press", "Snatch Press", "Snatch"),
    ("Press in Clean (Sots Press)", "Sots Press", None),
    ("Press in Snatch", "Snatch Sots Press", "Snatch"),
    ("Snatch Press from Receiving", "Snatch Sots Press", "Snatch"),
    ("Press In Split", "Press in Split", None),
    ("Z-Press", "Z Press", None),
    ("Close-Grip Bench Press", "Close-Grip Bench Press", "Bench Press"),
    ("DB Bench Press", "Dumbbell Bench Press", None),
    ("Half-Kneeling Landmine Press", "Half-Kneeling Landmine Press", None),
    ("Thrusters", "Thruster", "Thruster"),
    ("Ring Push-Ups", "Ring Push-Up", None),
    ("Strict HSPU", "Strict Handstand Push-Up", None),
    ("Stationary Dips", "Dip", None),
    ("Weighted Ring Dips", "Weighted Ring Dip", None),
]
ACCESSORIES = [
    ("YTW Raises", "Y-T-W Raise"),
    ("Stir the Pot", "Stir the Pot"),
    ("Sampson Stretch", "Samson Stretch"),
    ("calf stretch", "Calf Stretch"),
    ("Leg Swings", "Leg Swing"),
    ("Strict Pull-Ups", "Strict Pull-Up"),
    ("Strict Chest-to-Bar Pull-Ups", "Strict Chest-to-Bar Pull-Up"),
    ("C2B", "Chest-to-Bar Pull-Up"),
    ("Weighted Chin-Ups", "Weighted Chin-Up"),
    ("Ring Muscle-Ups", "Muscle-Up"),
    ("T2B", "Toes-to-Bar"),
    ("Single-Arm DB Row", "Single-Arm Dumbbell Row"),
    ("Barbell Bent-Over Row", "Bent-Over Row"),
    ("Chest-Supported DB Rows", "Chest-Supported Dumbbell Row"),
    ("Ring Rows", "Ring Row"),
    ("Alternating DB Bicep Curls", "Alternating Dumbbell Curl"),
    ("Banded Tricep Pushdowns", "Banded Triceps Push-Down"),
    ("DB Shoulder Lateral Raises", "Dumbbell Lateral Raise"),
    ("Banded Face Pulls", "Banded Face Pull"),
    ("Band Pull-Aparts", "Pull-Apart"),
    ("PVC Pass-Throughs", "PVC Pass-Through"),
    ("Weighted Plank Hold", "Weighted Plank"),
    ("V-Ups", "V-Up"),
    ("GHD Sit-Ups", "GHD Sit-Up"),
    ("Hollow Body Hold", "Hollow Hold"),
    ("Hanging Leg Raises", "Hanging Leg Raise"),
    ("Russian Twists", "Russian Twist"),
    ("GHD Hip Extensions", "Hip Extension"),
    ("Glute-Ham Raises", "Glute-Ham Raise"),
    ("Single-Leg Glute Bridges", "Single-Leg Glute Bridge"),
    ("Nordic Hamstring Curls", "Nordic Curl"),
    ("Farmer’s Walk", "Farmer Carry"),
    ("Bearhug Sandbag Carry", "Sandbag Bear-Hug Carry"),
    ("KB Turkish Get-Ups", "Turkish Get-Up"),
    ("Handstand Hold", "Handstand Hold"),
    ("DB Hang Power Snatch", "Dumbbell Hang Power Snatch"),
    ("Single-Arm KB Clean & Jerk", "Single-Arm Kettlebell Clean & Jerk"),
]
CONDITIONING = [
    ("AirSquats", "Air Squat"),
    ("Box Jumps", "Box Jump"),
    ('Seated Box Jumps (30")', "Seated Box Jump"),
    ("20-inch Box Jump Overs", "Box Jump-Over"),
    ("Standing Broad Jumps", "Broad Jump"),
    ("Burpees Over the Bar", "Burpee over Bar"),
    ("Burpees over the Rower", "Burpee over Rower"),
    ("Lateral Burpees over the DB", "Burpee over Dumbbell"),
    ("Double Unders", "Double-Under"),
    ("Russian KB Swings", "Kettlebell Swing"),
    ("Medicine Ball Slams", "Ball Slam"),
    ("Airdyne", "Air Bike"),
    ("Backward Sled Drag", "Backward Sled Drag"),
]
BY_FAMILY: dict[Family, Sequence[tuple[str, str, str | None]]] = {
    "snatch": SNATCHES,
    "clean": CLEANS,
    "clean and jerk": CLEANS_AND_JERKS,
    "jerk": JERKS,
    "squat": SQUATS,
    "pull": PULLS,
    "press": PRESSES,
    "accessory": [(*names, None) for names in ACCESSORIES],
    "conditioning": [(*names, None) for names in CONDITIONING],
}
KNOWN = [
    (written, Movement(name, family, lift))
    for family, examples in BY_FAMILY.items()
    for written, name, lift in examples
]


@pytest.mark.parametrize(("written", "movement"), KNOWN)
def test_a_movement_is_known_as_coaches_write_it(written: str, movement: Movement) -> None:
    """Where it starts, how it is done and with what stay in its name; straps, counts and seconds do not. Power snatch
    and power clean are lifts of their own; pulls and drills are measured by the lift that they serve; with another
    implement, or one limb alone, there is no percent."""
    assert movement == CATALOGUE.find(written)


def test_a_canonical_name_names_itself() -> None:
    """It can be written down and read again."""
    names = {movement.name for _, movement in KNOWN}
    assert {name: name for name in names} == {name: name_of(name) for name in names}


# Spellings


@pytest.mark.parametrize(
    "spellings",
    [
        ("Chin-ups", "Chin Ups", "Chinups", "CHIN-UP", "chin‑ups", "Chin–Ups"),
        ("Push-Ups", "Pushups", "push ups", "Push-Up"),
        ("Single-Arm DB Row", "1-Arm Dumbbell Row", "One Arm DB Rows", "Single Arm Dumbell Row", "DB Row (single arm)"),
        ("KB Swing", "Kettlebell Swings", "KB Swings", "Russian Kettlebell Swing"),
        ("Snatch Pull", "Snatch-Grip Pull", "Snatch Pulls with straps", "Heavy Snatch Pull", "Snatch Pull (no straps)"),
        ("Romanian Deadlift", "RDL", "RDLs", "Barbell RDL", "Romanian Dead Lifts"),
        ("Snatch from Blocks", "Block Snatch", "Snatch off the Blocks", "Snatch (from blocks)"),
        ("Low-Hang Clean", "Clean from Low Hang", "Clean from the low-hang", "Low Hang Squat Clean"),
        ("Clean from Mid-Thigh", "Mid-Thigh Clean", "Clean (mid thigh)"),
        ("Stiff-Leg Deadlift", "Stiff-Legged Deadlifts", "SLDL", "Stiff Leg Dead Lifts"),
        ("DB Step-Up", "Single Dumbbell Box Step-Ups"),
        ("Shuttle Run", "Shuttles", "Shuttle Sprints"),
        ("Half-Kneeling Wood Chop", "1/2 kneeling chop", "Half Kneeling Woodchops"),
        ("Pause Back Squat", "Paused Back Squat", "Back Squat with 3 second pause", "Back Squat w/ 3-5 sec. pause"),
        ("Farmer Carry", "Farmers Carry", "Farmer’s Carry", "Farmer's Walks", "DB Farmers Walk"),
        ("Devil's Press", "Devils Press", "Devil’s Presses", "DB Devil Press"),
        ("Pull-Apart", "Band Pull Aparts", "Banded Pull-Aparts"),
        ("Alternating DB Snatch", "Alt DB Snatches", "Alternate Dumbbell Snatch"),
        ("Hip & Back Extension", "Hip and Back Extensions"),
        ("2-Position Clean", "Two-Position Clean", "2 Pos Clean"),
        ("Front Squat with band", "Banded Front Squat"),
        ("Incline Bench Press", "Bench Press (incline)", "Incline Press", "Incline"),
        ("Press", "Military Press", "Military"),
        ("Back Extension", "Hypers"),
        ("Broad Jump", "Standing Broad Jumps", "Broad Jump, standing"),
        ("Deficit Clean Pull", "Clean Pull on riser", "Clean Deficit Pull"),
        ("Snatch-Grip Push Press", "Snatch Push Press", "BTN Snatch Push Press", "Snatch Push Press (behind the neck)"),
        ("Run", "Long Run", "recovery run", "Threshold Run", "Easy Run"),
        ("Swim", "freestyle", "Backstroke"),
        ("Hill Run", "Hill Repeats"),
        ("Bench Dip", "Chair Dip"),
    ],
)
def test_however_it_is_spelled_it_is_one_movement(spellings: tuple[str, ...]) -> None:
    """Case, hyphens, plurals, abbreviations, brackets, order, and what goes without saying make no difference."""
    names = {name_of(spelling) for spelling in spellings}
    assert 1 == len(names)
    assert None not in names


@pytest.mark.parametrize(
    "movements",
    [
        ("Handstand Hold", "Wall Sit", "Dead Hang", "Overhead Hold", "Front Rack Hold", "Ring Support"),
        ("Hip Flexor Stretch", "Couch Stretch", "Pigeon Stretch", "Foam Roll", "Child's Pose", "Squat Hold"),
        ("Russian Twist", "Halo", "Wood Chop", "Windshield Wiper", "Landmine Twist"),
        ("Face Pull", "Pull-Apart", "External Rotation", "Cuban Press", "Powell Raise"),
        (
            "Farmer Carry",
            "Suitcase Carry",
            "Overhead Carry",
            "Yoke Carry",
            "Farmer Hold",
            "Duck Walk",
            "Handstand Walk",
        ),
        ("Monster Walk", "Clamshell", "Fire Hydrant", "Hip Abduction", "Hip Airplane"),
        ("Plank", "Side Plank", "Copenhagen Plank", "Plank Shoulder Taps", "Plank Row"),
        ("Box Jump", "Broad Jump", "Depth Jump", "Vertical Jump", "Box Jump-Over", "Jumping Lunge"),
        ("Ball Slam", "Battle Rope", "Tire Flip", "Chest Pass", "Rotational Throw"),
        ("Walk", "Swim", "Hike", "Run", "Sprint", "Shuttle Run"),
        ("Pull-Up", "Chin-Up", "Chest-to-Bar Pull-Up", "Muscle-Up", "Bar Muscle-Up", "Scap Pull-Up"),
        ("Dip", "Ring Dip", "Bench Dip"),
        ("Bent-Over Row", "Pendlay Row", "Ring Row", "Upright Row", "Seal Row", "Row"),
        ("Hip Extension", "Back Extension", "Glute-Ham Raise", "Reverse Hyper", "Glute Bridge", "Hip Thrust"),
        ("Good Morning", "Jefferson Curl", "Romanian Deadlift", "Stiff-Leg Deadlift"),
        ("Split Squat", "Bulgarian Split Squat", "Lunge", "Walking Lunge", "Reverse Lunge", "Step-Up"),
        ("Jerk", "Split Jerk", "Push Jerk", "Power Jerk", "Squat Jerk", "Jerk Drive", "Jerk Dip Squat"),
        ("Snatch Press", "Snatch Push Press", "Snatch-Grip Push Jerk", "Snatch Sots Press", "Sots Press"),
        ("Clean", "Hang Clean", "Clean from the hip", "Clean from below the knee", "Block Clean", "Clean at mid-thigh"),
        ("Hip Snatch", "Snatch with pause at hip"),
        ("Lunge with pause", "Overhead Lunge with pause", "Pause Overhead Squat", "Snatch with 3 second hold overhead"),
        (
            "Clean Pull",
            "Clean Pull to Knee",
            "Clean Pull to Hip",
            "Clean High Pull",
            "Clean Deadlift",
            "Clean Lift-Off",
        ),
        ("Kettlebell Swing", "American KB Swing", "KB Snatch", "KB Clean"),
        ("Snatch Balance", "Drop Snatch", "Heaving Snatch Balance", "Overhead Squat"),
    ],
)
def test_different_movements_have_different_names(movements: tuple[str, ...]) -> None:
    """Movements that differ to a lifter are counted apart."""
    names = {name_of(movement) for movement in movements}
    assert len(movements) == len(names)
    assert None not in names


@pytest.mark.parametrize(
    "written", ["Row", "row", " Row ", "Row (moderate pace)", "Easy Row", "Rower", "Row for Calories"]
)
def test_row_alone_is_the_machine(written: str) -> None:
    """`Row x 500 meters` means the erg."""
    assert Movement("Rowing", "conditioning", None) == CATALOGUE.find(written)


@pytest.mark.parametrize("written", ["DB Row", "Rows", "Seated Rows", "Single-Arm Row", "Barbell Row", "Row with band"])
def test_a_row_with_an_implement_or_a_variant_is_an_exercise(written: str) -> None:
    """`Rows` is an exercise too: the plural is never the machine."""
    found = CATALOGUE.find(written)
    assert found
    assert "accessory" == found.family


# What is not a movement


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        "Complex",
        "Session One",
        "Suggested Warm-Up",
        "Rest 60 seconds",
        "Every 2 minutes",
        "For time",
        "Monday",
        "A.",
        "75%",
        "!?",
        "Power",
        "Hang",
        "Pull",
        "Heavy",
        "Barbell",
        "Mattie Rogers",
        "Coach Michele",
        "Cindy",
        "Zercher Yoke Waltz",
        "Flibbertigibbet",
        "Keep the bar close",
        "Add weight if possible",
        "Use this as a warm-up",
        "Build over the course of the sets",
        "Squat day",
        "Snatch Work",
        "Snatch Complex",
        "Clean up",
        "Clean up your station",
        "Walk it out",
        "Run it back",
        "Press on",
        "Snatch with",
        "Row or Bike",
        "If you cannot snatch, power snatch",
        "No Snatch",
        "Snatch 75",
        "Snatch x 3",
        "Rwanda Jerk",
        "Рывок Snatch",
    ],
)
def test_prose_people_and_nonsense_are_not_movements(written: str) -> None:
    """A word that the catalogue cannot explain makes all of it unknown."""
    assert CATALOGUE.find(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "Goblet Squat Press",
        "Front Squat Press",
        "Squat and Press",
        "Snatch Clean",
        "Snatch or Clean",
        "Snatch / Power Snatch",
        "Snatch + Snatch",
        "Hang + Power Clean",
        "Curl to Press",
        "Lunge with Twist",
        "Push-Up to Row",
        "Clean Front Squat",
        "Power Squat",
        "Power Row",
        "Hang Row",
        "Tall Burpee",
        "Wall Squat Slam",
        "DB/KB Row",
    ],
)
def test_a_word_that_changes_the_movement_is_never_dropped(written: str) -> None:
    """Two movements are not one, and a lift's variants are not an exercise's."""
    assert CATALOGUE.find(written) is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Snatch (add weight if possible)", "Snatch"),
        ("Chin-Ups (or Ring Rows)", "Chin-Up"),
        ("Back Squat [belt allowed]", "Back Squat"),
        ("Push Press (from the rack)", "Push Press"),
    ],
)
def test_brackets_that_say_something_else_are_left_out(written: str, name: str) -> None:
    """This holds if the rest is a movement of its own."""
    assert name == name_of(written)


@given(st.sampled_from([written for written, _ in KNOWN]), st.booleans())
def test_a_known_name_beside_a_strange_word_is_unknown(written: str, after: bool) -> None:
    """This holds for any movement."""
    assert CATALOGUE.find(f"{written} zorp" if after else f"zorp {written}") is None


@given(st.sampled_from([written for written, _ in KNOWN]))
def test_the_way_of_writing_makes_no_difference(written: str) -> None:
    """Capitals, hyphens and more space than needed."""
    expected = name_of(written)
    assert [expected] * 3 == [name_of(w) for w in (written.upper(), written.lower().replace("-", " "), f"  {written} ")]


WORDS = st.sampled_from(
    [
        *ENTRIES,
        *(name for variants in FILE["variants"].values() for name in variants),
        "with",
        "and",
        "strap",
        "3 second",
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=5).map(" ".join)))
def test_any_text_can_be_asked_for(text: str) -> None:
    """It is not known, or it mentions a movement and has a canonical name, which is known as the same movement."""
    found = CATALOGUE.find(text)
    assert found is None or (CATALOGUE.mentions(text) and found.name == name_of(found.name))


def test_a_long_text_is_not_a_name() -> None:
    """Any fifteen words or more are prose."""
    assert "Hang Snatch" == name_of("hang " * 13 + "snatch")
    assert CATALOGUE.find("hang " * 14 + "snatch") is None
    assert CATALOGUE.find("hang " * 100_000 + "snatch") is None


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Snatch Something New", True),
        ("Copenhagen Adductor Pulses with Push-Ups", True),
        ("Something New", False),
        ("Keep moving", False),
        ("", False),
    ],
)
def test_a_text_may_mention_a_movement(text: str, mentions: bool) -> None:
    """This holds even if other words of it are unknown."""
    assert mentions is CATALOGUE.mentions(text)


# Complexes


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["Snatch", "Hip Snatch"], ("Snatch + Hip Snatch", "snatch", "Snatch")),
        (["Snatch High Pull", "Power Snatch"], ("Snatch High Pull + Power Snatch", "snatch", "Power Snatch")),
        (["Power Snatch", "Overhead Squats"], ("Power Snatch + Overhead Squat", "snatch", "Power Snatch")),
        (["Power Snatch", "Snatch"], ("Power Snatch + Snatch", "snatch", None)),
        (["Clean Pull", "Hang Clean"], ("Clean Pull + Hang Clean", "clean", "Clean")),
        (["Clean", "Front Squats", "Jerk"], ("Clean + Front Squat + Jerk", "clean and jerk", "Clean & Jerk")),
        (["Power Clean", "Split Jerk"], ("Power Clean + Split Jerk", "clean and jerk", "Clean & Jerk")),
        (["Clean & Jerk", "Jerk"], ("Clean & Jerk + Jerk", "clean and jerk", "Clean & Jerk")),
        (
            ["Slow Pull Power Clean", "Power Jerk"],
            ("Slow-Pull Power Clean + Power Jerk", "clean and jerk", "Power Clean & Power Jerk"),
        ),
        (["Front Squat", "Jerk"], ("Front Squat + Jerk", "jerk", "Jerk")),
        (["Push Press", "Push Jerk"], ("Push Press + Push Jerk", "jerk", "Jerk")),
        (["DB Clean", "DB Push Press"], ("Dumbbell Clean + Dumbbell Push Press", "press", None)),
    ],
)
def test_the_lift_of_a_complex_decides_what_it_is(parts: list[str], expected: tuple[str, Family, str | None]) -> None:
    """A clean and a jerk are a clean and jerk; pulls and squats beside a lift are done with what the lift allows; where
    the lifts differ, no percent is guessed."""
    assert Movement(*expected) == CATALOGUE.find_complex(parts)


@pytest.mark.parametrize("parts", [[], ["Snatch", "Yoke Waltz"], ["Rest", "Breathe"]])
def test_a_complex_is_known_when_all_its_movements_are(parts: list[str]) -> None:
    """One that is not known makes it unknown."""
    assert CATALOGUE.find_complex(parts) is None


# The file


def test_a_spelling_of_the_file_leads_to_its_own_movement() -> None:
    """A spelling that another movement has is refused with that movement's name."""
    spellings = {spelling: name for name, fields in ENTRIES.items() for spelling in fields.get("spellings", [])}
    assert {} == {spelling: name for spelling, name in spellings.items() if name != name_of(spelling)}


def test_no_movement_is_in_two_families() -> None:
    """Its volume is counted once."""
    assert len(ENTRIES) == sum(len(entries) for entries in FILE["movements"].values())


def test_every_lift_that_percents_refer_to_is_in_the_catalogue() -> None:
    """Each lift is a movement, measured by itself."""
    lifts = {fields["lift"] for fields in ENTRIES.values() if "lift" in fields}
    assert {lift: lift for lift in lifts} == {lift: ENTRIES[lift].get("lift") for lift in lifts}


def test_the_families_of_the_file_are_those_of_the_data() -> None:
    """Each family also has its rank in a complex."""
    families = set(get_args(Family.__value__))
    assert families == set(FILE["movements"])
    assert families == set(FILE["complexes"]["families"])


def test_every_implied_movement_is_in_the_catalogue() -> None:
    """A slip of the pen in `implied` would leave nothing out."""
    names = {name for variants in FILE["variants"].values() for name in variants}
    assert {word for fields in ENTRIES.values() for word in fields.get("implied", [])} <= names


def test_every_movement_that_is_not_counted_is_in_the_catalogue() -> None:
    """It has its canonical name; a slip of the pen would make its seconds or metres repetitions."""
    names = {name for words in FILE["amounts"].values() for name in words.split()}
    found = {name: (name_of(name.replace("-", " ")) or "").lower().replace(" ", "-") for name in names}
    assert {name: name for name in names} == found


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("KTE", "Knees-to-Elbows"),
        ("HRPU", "Hand-Release Push-Up"),
        ("BMU", "Bar Muscle-Up"),
        ("RMU", "Muscle-Up"),
        ("BBJO", "Burpee Box Jump-Over"),
        ("BJO", "Box Jump-Over"),
        ("PC", "Power Clean"),
        ("PP", "Push Press"),
        ("PJ", "Push Jerk"),
    ],
)
def test_initials_are_known_as_the_movement_that_they_stand_for(written: str, name: str) -> None:
    """They are the usual ones of metcons."""
    found = CATALOGUE.find(written)
    assert found is not None
    assert found.name == name
