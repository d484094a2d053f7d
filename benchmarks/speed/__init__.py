"""How fast: each part measures one thing beside the plainest way to do it; `bench.py` runs them."""
