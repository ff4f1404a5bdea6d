"""The positioning statement: who one is to whom, with proof, in half a minute."""
