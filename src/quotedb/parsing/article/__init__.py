"""The article half: quotations, and the sieves that say who said them."""
