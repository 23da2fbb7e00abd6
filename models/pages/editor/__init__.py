"""What the case editor shows of a case that is being written: circles of arguments, and what two authors changed."""
