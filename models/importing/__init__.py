"""Cases that were written elsewhere: what other formats say is made into a case, and what cannot be said is told."""
