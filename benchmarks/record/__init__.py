"""Records of real utterances that are made without parsing, and what is asked of them."""
