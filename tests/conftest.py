"""What holds for all tests."""

from hypothesis import settings

# How long an example takes says nothing here: machines are noisy, and speed is measured by `make bench`.
settings.register_profile("untimed", deadline=None)
# Ten times as many examples, for a change that is worth the hour: `pytest --hypothesis-profile many --timeout 0`.
settings.register_profile("many", deadline=None, max_examples=1000)
settings.load_profile("untimed")
