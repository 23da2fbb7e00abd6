"""Qt parts that know no policy: they are given texts and states, and tell what the user did."""
