"""Explanations: what each line and each pair of quotation marks was taken for, and why, from what decided it."""
