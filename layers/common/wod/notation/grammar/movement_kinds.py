"""Tell which kind of movement a name is, since that decides what its numbers mean: feet of a wall ball are a height."""

from functools import cached_property

from wod.notation.grammar.catalogue import Movement
from wod.notation.grammar.notation import Notation

_LIFTED = frozenset({"squat", "press", "pull"})
_RUNS = frozenset({"Run", "Sprint"})


class MovementKind:
    """The kind of a movement by its name; an empty name is of no kind."""

    def __init__(self, notation: Notation, name: str) -> None:
        self._notation = notation
        self.name = name

    @cached_property
    def _found(self) -> Movement | None:
        return self._notation.catalogue.find(self.name) if self.name else None

    @property
    def is_barbell_lift(self) -> bool:
        """Return whether it is a lift with a barbell, which has no sides."""
        return self._notation.catalogue.is_lift(self.name)

    @property
    def uses_both_sides(self) -> bool:
        """Return whether both sides do it at once, so that its total is none of two sides: `Pull-Up`, `Deadlift`."""
        return self.is_barbell_lift or (self._found is not None and self._notation.uses_both_sides(self._found.name))

    @property
    def is_one_sided(self) -> bool:
        """Return whether it is done on one side at a time: `Split Squat`."""
        return not self._notation.words("one_sided").isdisjoint(self.name.lower().replace("-", " ").split())

    @property
    def is_held(self) -> bool:
        """Return whether it is held for a time: `Plank`."""
        return self._notation.is_held(self.name)

    @property
    def is_moved(self) -> bool:
        """Return whether it goes over a distance: `Handstand Walk`."""
        return self._notation.is_moved(self.name)

    @property
    def is_strength(self) -> bool:
        """Return whether it is known and no conditioning; without a name, one is above the line."""
        return not self.name or (self._found is not None and self._found.family != "conditioning")

    @property
    def is_lifted(self) -> bool:
        """Return whether it is a squat, a press or a pull, with a barbell or without one."""
        return self._found is not None and self._found.family in _LIFTED

    @property
    def may_have_barbell(self) -> bool:
        """Return whether it is a squat, a press or a pull that may have a weight, as `Squat` alone says no more."""
        return self.is_lifted and self._notation.catalogue.is_loaded(self.name) is None

    @property
    def is_bodyweight(self) -> bool:
        """Return whether it is done with the weight of the body, by the catalogue: `Push-Up`, `Pull-Up`."""
        if self._found is None or self.is_barbell_lift or self._notation.catalogue.is_loaded(self.name):
            return False
        return self.uses_both_sides or (self.is_conditioning and not (self.is_in_metres or self.is_measured))

    @property
    def is_conditioning(self) -> bool:
        """Return whether it is one of conditioning, by the catalogue."""
        return self._found is not None and self._found.family == "conditioning"

    @property
    def names_bells(self) -> bool:
        """Return whether the name has dumbbells or kettlebells, whose loads are per implement: `DB Lunges 50s/35s`."""
        return not self._notation.words("bells").isdisjoint(self.name.lower().split())

    @property
    def has_implements(self) -> bool:
        """Return whether its load is dumbbells or kettlebells, or something that is carried."""
        catalogue = self._notation.catalogue
        is_loaded = bool(catalogue.is_loaded(self.name)) and not self.is_barbell_lift
        return self.names_bells or is_loaded or self.is_moved

    @property
    def never_has_load(self) -> bool:
        """Return whether it never has a weight, nor a height: `Burpee`, `Hollow Hold`, and not `Box Jump`."""
        if self._found is None or self.is_high:
            return False
        is_counted = self._notation.has_repetitions(self._found.name, 1)
        return not is_counted or self._notation.catalogue.is_loaded(self.name) is False

    @property
    def is_measured(self) -> bool:
        """Return whether it is a run or a ride, whose percents are of no rep max."""
        return self._found is not None and self._notation.is_measured(self._found.name)

    @property
    def is_in_metres(self) -> bool:
        """Return whether it is a run or a row, whose bare number may be metres: `Run 800`."""
        return self._found is not None and self._notation.is_in_metres(self._found.name)

    @property
    def may_be_run(self) -> bool:
        """Return whether it is a run or a sprint, or a movement that the catalogue does not know."""
        return self._found is None or not _RUNS.isdisjoint(self._found.name.split())

    @property
    def is_jumped(self) -> bool:
        """Return whether it is a jump, which may be counted in jumps: `Jump Squat`, `10 jumps`."""
        return self._found is not None and "Jump" in self._found.name.split()

    @property
    def is_thrown(self) -> bool:
        """Return whether it is a wall ball."""
        return self._found is not None and self._found.name == "Wall Ball"

    @property
    def is_climbed(self) -> bool:
        """Return whether it is a rope climb, whose distance is the height of the rope."""
        return self._found is not None and self._found.name.endswith("Rope Climb")

    @property
    def is_high(self) -> bool:
        """Return whether the movement has a height, so that its `24"` are inches."""
        words = set(self.name.lower().replace("-", " ").split())
        return not words.isdisjoint(self._notation.words("high"))
