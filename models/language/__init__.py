"""Words, states, phrases and dates: the only grammar of what people read."""
