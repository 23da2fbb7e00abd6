"""People vote from their phones: one page and one vote, served from this laptop while somebody lets them in."""
