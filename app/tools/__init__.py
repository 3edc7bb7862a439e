"""Tools: Qt-free state machines from pen samples to effects on canvas and document."""
