"""What YAML takes otherwise than an author: texts that it cuts, and files that it cannot read."""
