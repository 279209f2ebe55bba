"""Reading files that people have: what they are, what they say, what is wrong with them."""
