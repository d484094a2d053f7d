"""The transcript half: speaker labels in every printed shape, and the turns that they open."""
