from __future__ import annotations

from hypothesis import settings

# Machines that run the tests are slow now and then; how long an example takes proves nothing.
settings.register_profile("strokewise", deadline=None, max_examples=60)
settings.load_profile("strokewise")
