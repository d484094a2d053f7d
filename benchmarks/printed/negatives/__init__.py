"""Documents in which nobody's turns are printed: the right answer for each is no turn."""
