"""The content of a source: its bytes, what they are, and the characters behind them."""
