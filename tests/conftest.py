"""What holds for all tests."""

from hypothesis import settings

# How long an example takes says nothing here: machines are noisy, and speed is measured by `make bench`.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
